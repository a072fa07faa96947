package fr.preau.tenants;

/** The four years of the collège, the youngest first. */
public enum Level {
    SIXIEME("6e"),
    CINQUIEME("5e"),
    QUATRIEME("4e"),
    TROISIEME("3e");

    private final String shortName;

    Level(String shortName) {
        this.shortName = shortName;
    }

    /** As the school writes it in front of a class's letter: 6e, 5e, 4e, 3e. */
    public String shortName() {
        return shortName;
    }
}

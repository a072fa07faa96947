package fr.preau.tenants.people;

/** Whether a pupil eats at school and may leave between lessons. */
public enum Regime {
    HALF_BOARD("DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT"),
    DAY_FREE("EXTERNE LIBRE"),
    DAY_SUPERVISED("EXTERNE SURVEILLE");

    private final String label;

    Regime(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Regime of(Dice dice) {
        int share = dice.below(100);
        return share < 64 ? HALF_BOARD : share < 90 ? DAY_FREE : DAY_SUPERVISED;
    }
}

package fr.preau.tenants.people;

/** What an adult is to a child, with the code of the ministry's file of pupils (SIECLE). */
public enum Kinship {
    MOTHER(10),
    FATHER(20),
    GRANDPARENT(38),
    OTHER_RELATIVE(39),
    FOSTER_CARER(50);

    private final int code;

    Kinship(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Kinship parent(Gender gender) {
        return gender == Gender.FEMALE ? MOTHER : FATHER;
    }
}

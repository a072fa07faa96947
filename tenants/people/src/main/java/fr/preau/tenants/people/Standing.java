package fr.preau.tenants.people;

/** Whether an adult holds parental authority over a child, with its code in the AAF. */
public enum Standing {
    CONTACT_ONLY(0),
    LEGAL(1),
    /** Has charge of the child without parental authority. */
    IN_CHARGE(2);

    private final int code;

    Standing(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

package fr.preau.tenants;

/**
 * The regional authority of the ministry that a département belongs to.
 *
 * @param code the ministry's number for it, 1 to 99, as in 25 for Versailles
 */
public record Academie(String name, int code) {

    static final int HIGHEST_CODE = 99;

    private static final int LONGEST_NAME = 120;

    public Academie {
        checkName(name);
        Check.range(code, 1, HIGHEST_CODE);
    }

    static String checkName(String name) {
        return Check.text(name, LONGEST_NAME);
    }
}

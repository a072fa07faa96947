package fr.preau.tenants;

/**
 * The regional authority of the ministry that a département belongs to.
 *
 * @param code the ministry's number for it, 1 to 99, as in 25 for Versailles
 */
public record Academie(String name, int code) {

    public Academie {
        Check.text(name);
        Check.range(code, 1, 99);
    }
}

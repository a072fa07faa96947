package fr.preau.tenants.people;

/**
 * A person's name.
 *
 * @param birthFamily the family name at birth, which marriage may have changed
 */
public record PersonName(String given, String family, String birthFamily) {

    static PersonName of(String given, String family) {
        return new PersonName(given, family, family);
    }

    public String display() {
        return given + " " + family;
    }
}

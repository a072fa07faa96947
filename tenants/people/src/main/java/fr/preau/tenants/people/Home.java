package fr.preau.tenants.people;

/**
 * A postal address.
 *
 * @param complement a building or a door, may be empty
 */
public record Home(String street, String complement, String postcode, String commune) {}

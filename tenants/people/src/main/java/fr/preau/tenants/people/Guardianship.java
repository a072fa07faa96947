package fr.preau.tenants.people;

/**
 * An adult's part in one child's life, as the school files it.
 *
 * @param guardian the adult's jointure
 * @param payer is asked for the money
 * @param contact is called when something happens
 */
public record Guardianship(
        long guardian, Kinship kinship, Standing standing, boolean payer, boolean contact) {

    Guardianship by(long otherJointure) {
        return new Guardianship(otherJointure, kinship, standing, payer, contact);
    }
}

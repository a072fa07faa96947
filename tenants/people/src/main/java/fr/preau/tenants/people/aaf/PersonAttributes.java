package fr.preau.tenants.people.aaf;

import fr.preau.tenants.people.Home;

/** The attributes that pupils and guardians have alike. */
final class PersonAttributes {

    private PersonAttributes() {}

    /** The address has four lines, joined by a dollar. */
    static void home(Addition addition, Home home) {
        addition.with("ENTPersonAdresse", home.street() + "$" + home.complement() + "$$")
                .with("ENTPersonCodePostal", home.postcode())
                .with("ENTPersonVille", home.commune())
                .with("ENTPersonPays", "FRANCE");
    }
}

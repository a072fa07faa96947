package fr.preau.tenants.people.aaf;

import fr.preau.tenants.people.Home;

/** Where a pupil or a guardian lives, as the AAF writes it. */
final class HomeAttributes {

    private HomeAttributes() {}

    /** The address has four lines, joined by a dollar. */
    static void add(Addition addition, Home home) {
        addition.with("ENTPersonAdresse", home.street() + "$" + home.complement() + "$$")
                .with("ENTPersonCodePostal", home.postcode())
                .with("ENTPersonVille", home.commune())
                .with("ENTPersonPays", "FRANCE");
    }
}

package fr.preau.portal.console;

import jakarta.validation.constraints.NotNull;

/** What the pages of the catalogue take. */
final class CatalogueInputs {

    private static final String WHICH =
            "Dites de quelle version il s’agit, par la somme SHA-256 de son fichier.";

    private CatalogueInputs() {}

    /** One module. */
    record OfModule(String module) {}

    /**
     * A module to be removed.
     *
     * @param release the one that the question showed, so that no other one is stopped
     */
    record Removal(String module, @NotNull(message = WHICH) String release) {}
}

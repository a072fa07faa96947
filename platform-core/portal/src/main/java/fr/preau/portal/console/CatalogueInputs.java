package fr.preau.portal.console;

import fr.preau.api.files.Upload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the catalogue take. */
final class CatalogueInputs {

    private static final String WHICH =
            "Dites de quelle version il s’agit, par la somme SHA-256 de son fichier.";

    private CatalogueInputs() {}

    /** A jar that an operator brings. */
    record Jar(@NotNull(message = "Choisissez le fichier du module.") Upload jar) {}

    /** One module. */
    record OfModule(String module) {}

    /**
     * A release to be thought through.
     *
     * @param release its SHA-256; without it, the newest
     */
    record Question(String module, @Nullable @Size(max = 64) String release) {}

    /**
     * A release to be run.
     *
     * @param grants whether what it asks for was shown, and is granted
     */
    record Wish(String module, @NotNull(message = WHICH) String release, boolean grants) {}

    /**
     * A release whose jar is to be looked into.
     *
     * @param release its SHA-256; without it, the newest
     * @param page of its components; without it, the first
     */
    record ToRead(String module, @Nullable @Size(max = 64) String release, int page) {}

    /**
     * A release whose scripts are to be tried on a copy.
     *
     * @param release its SHA-256
     */
    record ToTry(String module, @NotNull(message = WHICH) String release) {}

    /**
     * A module to be removed.
     *
     * @param release the one that the question showed, so that no other one is stopped
     */
    record Removal(String module, @NotNull(message = WHICH) String release) {}

    /**
     * Tables to be tried again.
     *
     * @param college the slugs of the collèges; without them, wherever they failed
     */
    record Again(String module, List<String> college) {}
}

package fr.preau.portal.console;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of the modules take. */
final class ModuleInputs {

    private static final String ON_OR_OFF =
            "Dites s’il faut activer le module (true) ou l’arrêter (false).";

    private ModuleInputs() {}

    /**
     * A search in the matrix.
     *
     * @param done what was just done, to be told once
     */
    record Search(@Nullable @Size(max = 100) String search, @Nullable UUID done) {}

    /**
     * One switch.
     *
     * @param search what the matrix shows, and goes on showing
     */
    record Switch(
            String module,
            String slug,
            @NotNull(message = ON_OR_OFF) Boolean enabled,
            @Nullable @Size(max = 100) String search) {}

    /** A switch for a commune, or for all collèges, before it is pressed. */
    record Question(
            String module,
            @NotNull(message = ON_OR_OFF) Boolean enabled,
            @Nullable String commune) {}

    /**
     * A switch for many collèges.
     *
     * @param commune the collèges of this commune
     * @param college the slugs of these collèges; without them and a commune, all active ones
     * @param act what the question was asked for, so that a form sent twice is done once
     */
    record Bulk(
            String module,
            @NotNull(message = ON_OR_OFF) Boolean enabled,
            @Nullable String commune,
            List<String> college,
            @Nullable UUID act) {}

    /** A page of the audit. */
    record PageNumber(int page) {}
}

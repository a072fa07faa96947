package fr.preau.portal.console;

import org.jspecify.annotations.Nullable;

/** What the pages of the modules take. */
final class ModuleInputs {

    private ModuleInputs() {}

    /** A search in the matrix. */
    record Search(@Nullable String search) {}

    /** One switch. */
    record Switch(String module, String slug, @Nullable Boolean enabled) {}

    /** A switch for a commune, or for all collèges. */
    record Bulk(String module, @Nullable Boolean enabled, @Nullable String commune) {}

    /** A page of the audit. */
    record PageNumber(int page) {}
}

package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps at one collège.
 *
 * @param on whether it is switched on there
 * @param tables how many
 * @param rows in all tables, estimated
 * @param bytes of tables (estimated) and files
 * @param due when it is erased, if that was asked for
 */
public record KeptLine(
        CollegeName college,
        boolean on,
        int tables,
        long rows,
        long files,
        long bytes,
        ErasureState erasure,
        @Nullable Instant due) {}

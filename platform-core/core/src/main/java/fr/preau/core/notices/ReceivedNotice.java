package fr.preau.core.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader finds it.
 *
 * @param id at the collège
 * @param path below the module
 * @param child the given name of whom it concerns, if it concerns a child
 * @param told when
 * @param seen whether its reader has opened what it leads to
 */
public record ReceivedNotice(
        long id,
        String module,
        String kind,
        String title,
        String path,
        @Nullable String child,
        Instant told,
        boolean seen) {}

package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody was told.
 *
 * @param kind what things of its kind are called
 * @param href where it leads
 * @param college the slug of the collège
 * @param child the given name of whom it concerns, if it concerns a child
 * @param seen whether they have opened it
 */
public record NoticeLine(
        String title,
        String kind,
        String href,
        String college,
        String collegeName,
        @Nullable String child,
        Instant told,
        boolean seen) {}

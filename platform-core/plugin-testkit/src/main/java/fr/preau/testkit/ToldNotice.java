package fr.preau.testkit;

import fr.preau.api.school.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told.
 *
 * @param person who was told
 * @param kind as the manifest has it
 * @param path where it leads, below the module
 * @param child whom it concerns, if it concerns a child
 * @param emergency whether quiet hours do not hold it back
 * @param seen whether it was put out
 */
public record ToldNotice(
        PersonId person,
        String kind,
        String key,
        String title,
        String path,
        @Nullable PersonId child,
        boolean emergency,
        boolean seen) {}

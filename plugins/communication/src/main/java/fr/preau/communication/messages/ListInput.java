package fr.preau.communication.messages;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the received or sent messages to show.
 *
 * @param q words of the subject
 * @param page from 1
 */
public record ListInput(@Nullable String q, @Nullable Integer page) {

    /** What was looked for, empty for everything. */
    String words() {
        return Subject.clean(q);
    }

    int pageNumber() {
        return PageNumber.of(Objects.requireNonNullElse(page, 1));
    }
}

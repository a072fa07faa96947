package fr.preau.communication.messages;

import fr.preau.communication.lists.PageNumber;
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
        return PageNumber.of(page);
    }
}

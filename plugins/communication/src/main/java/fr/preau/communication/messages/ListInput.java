package fr.preau.communication.messages;

import fr.preau.communication.lists.PageNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the sent messages to show.
 *
 * @param q words to look for
 * @param in where they lie: {@code bin} or the identity of a folder; all others without
 * @param page from 1
 */
public record ListInput(@Nullable String q, @Nullable String in, @Nullable Integer page) {

    Optional<UUID> folder() {
        return new BoxInput(null, in, null).folder();
    }

    /** What was looked for, empty for everything. */
    String words() {
        return Subject.clean(q);
    }

    int pageNumber() {
        return PageNumber.of(page);
    }
}

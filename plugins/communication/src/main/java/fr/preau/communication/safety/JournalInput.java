package fr.preau.communication.safety;

import org.jspecify.annotations.Nullable;

/** A page of the journal. */
public record JournalInput(@Nullable Integer page) {

    int number() {
        return page == null ? 1 : Math.max(1, Math.min(page, 10_000));
    }
}

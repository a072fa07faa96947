package fr.preau.communication.appointments;

import org.jspecify.annotations.Nullable;

/** Which page of a list, from 1. */
public record PageInput(@Nullable Integer page) {

    private static final int LAST = 10_000;

    int number() {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST);
    }
}

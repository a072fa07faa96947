package fr.preau.communication.lists;

import org.jspecify.annotations.Nullable;

/** Which page of a list, from 1. */
public record PageInput(@Nullable Integer page) {

    public int number() {
        return PageNumber.of(page);
    }
}

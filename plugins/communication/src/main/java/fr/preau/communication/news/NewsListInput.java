package fr.preau.communication.news;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list of news.
 *
 * @param page from 1
 */
public record NewsListInput(@Nullable Integer page) {

    private static final int FARTHEST = 10_000;

    int number() {
        return Math.min(FARTHEST, Math.max(1, Objects.requireNonNullElse(page, 1)));
    }
}

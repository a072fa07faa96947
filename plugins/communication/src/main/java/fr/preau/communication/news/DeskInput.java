package fr.preau.communication.news;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the news at the desk.
 *
 * @param page from 1
 */
public record DeskInput(@Nullable DeskView view, @Nullable Integer page) {

    DeskView shown() {
        return Objects.requireNonNullElse(view, DeskView.MINE);
    }

    int number() {
        return new NewsListInput(page).number();
    }
}

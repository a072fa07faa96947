package fr.preau.communication.news;

import fr.preau.communication.lists.PageNumber;
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
        return PageNumber.of(page);
    }
}

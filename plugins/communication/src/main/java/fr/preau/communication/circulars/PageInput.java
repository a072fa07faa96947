package fr.preau.communication.circulars;

import fr.preau.communication.messages.PageNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which page of a list. */
public record PageInput(@Nullable Integer page) {

    int number() {
        return PageNumber.of(Objects.requireNonNullElse(page, 1));
    }
}

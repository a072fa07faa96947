package fr.preau.api.event;

import fr.preau.api.web.WebAnswer;
import java.util.Optional;

/**
 * What came of asking a server outside.
 *
 * @param answer empty when there was none
 * @param failure why there was none, without what was sent; empty text when there was one
 */
public record Asked(Optional<WebAnswer> answer, String failure) {

    /** A server answered, well or not. */
    public static Asked answered(WebAnswer answer) {
        return new Asked(Optional.of(answer), "");
    }

    /** Nobody answered. */
    public static Asked failed(String reason) {
        return new Asked(Optional.empty(), reason);
    }
}

package fr.preau.communication.circulars;

import java.time.Instant;
import java.util.List;

/**
 * Something of a circular as it is handed to the person whom it is about.
 *
 * @param what written, received or answered, in words
 * @param child for whom, empty where the circular itself is told
 * @param guardian who received or answered it
 * @param answers what was answered, in words
 */
public record KeptCircular(
        String what,
        String title,
        String child,
        String guardian,
        Instant at,
        String text,
        List<String> answers) {

    public KeptCircular {
        answers = List.copyOf(answers);
    }
}

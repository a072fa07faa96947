package fr.preau.api.agenda;

import fr.preau.api.school.College;
import java.time.Instant;

/**
 * Where somebody is expected from one instant to another.
 *
 * @param title what it is, for that person to read
 */
public record Engagement(College college, Instant start, Instant end, String title) {

    public Engagement {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("an engagement ends after it begins");
        }
    }
}

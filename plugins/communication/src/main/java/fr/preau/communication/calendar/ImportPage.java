package fr.preau.communication.calendar;

import java.util.List;
import java.util.UUID;

/**
 * What a calendar file holds, before it is taken over.
 *
 * @param added how many events are new
 * @param changed how many are there and would say something else
 * @param same how many are there as they are
 * @param events the first of them
 * @param more how many there are besides
 * @param problems what can't be taken, or not as it stands, with its line, in words
 */
public record ImportPage(
        UUID file,
        EventKind kind,
        int added,
        int changed,
        int same,
        List<Line> events,
        int more,
        List<String> problems) {

    public ImportPage {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /** An event of the file. */
    public record Line(String title, String when) {}

    public boolean hasSomething() {
        return added + changed > 0;
    }
}

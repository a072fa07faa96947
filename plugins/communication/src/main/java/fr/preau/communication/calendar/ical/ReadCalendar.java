package fr.preau.communication.calendar.ical;

import java.util.List;

/**
 * What a calendar file holds.
 *
 * @param problems in the order of the lines
 */
public record ReadCalendar(List<ReadEvent> events, List<ReadProblem> problems) {

    public ReadCalendar {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }
}

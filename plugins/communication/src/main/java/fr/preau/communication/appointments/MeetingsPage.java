package fr.preau.communication.appointments;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The meetings that concern whoever reads, latest first.
 *
 * @param next what a guardian has booked and is still to come, on the first page
 * @param opensEvenings whether the reader may open one for all teachers
 * @param opensOwnHours whether the reader may offer their own hours
 * @param besideCalendar whether the reader comes here by the calendar
 */
public record MeetingsPage(
        PageOf<Line> meetings,
        List<MeetingsCard.Line> next,
        boolean opensEvenings,
        boolean opensOwnHours,
        boolean besideCalendar) {

    public MeetingsPage {
        next = List.copyOf(next);
    }

    /**
     * A meeting.
     *
     * @param address where this reader sees it, below the module
     */
    public record Line(
            UUID meeting,
            String title,
            Instant startsAt,
            Instant closesAt,
            State state,
            String address) {}

    /** What there is to do about it. */
    public enum State {
        SOON,
        OPEN,
        CLOSED,
        OVER
    }
}

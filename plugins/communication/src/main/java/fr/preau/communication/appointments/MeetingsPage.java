package fr.preau.communication.appointments;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.UUID;

/**
 * The meetings that concern whoever reads, latest first.
 *
 * @param opensEvenings whether the reader may open one for all teachers
 * @param opensOwnHours whether the reader may offer their own hours
 */
public record MeetingsPage(PageOf<Line> meetings, boolean opensEvenings, boolean opensOwnHours) {

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

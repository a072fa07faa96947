package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the accueil shows of meetings: those at which a guardian has booked nothing yet, or what the
 * reader has next. Three at most.
 */
public record MeetingsCard(List<Line> lines) {

    public MeetingsCard {
        lines = List.copyOf(lines);
    }

    /**
     * A meeting.
     *
     * @param at when booking ends, or when the reader is expected
     * @param address where the reader finds it, below the module
     */
    public record Line(UUID meeting, String title, Instant at, String address) {}
}

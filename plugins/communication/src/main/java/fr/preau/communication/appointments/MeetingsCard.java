package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param visit who meets there, null where nothing is booked yet
     */
    public record Line(
            UUID meeting, String title, Instant at, String address, @Nullable Visit visit) {}

    /**
     * A teacher and a family who meet.
     *
     * @param received whether the reader receives the family
     * @param teacher null for whoever receives, or if the person has left the collège
     * @param child null if the pupil has left the collège
     * @param place where, empty if nobody has said yet
     */
    public record Visit(
            boolean received, @Nullable String teacher, @Nullable String child, String place) {}
}

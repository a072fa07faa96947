package fr.preau.communication.appointments;

import fr.preau.api.page.Choice;
import fr.preau.api.route.Violations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one host: each slot with who comes, and what the host or the school may change.
 *
 * @param name null if the person has left
 * @param own whether the reader is the host
 * @param families for whom the school may book: the pupils of the host's classes with each guardian
 */
public record HostPage(
        UUID meeting,
        UUID host,
        String title,
        Instant startsAt,
        @Nullable String name,
        boolean own,
        boolean present,
        String from,
        String to,
        String place,
        List<SlotLine> slots,
        List<Choice> families,
        String note,
        Violations violations) {

    public HostPage {
        slots = List.copyOf(slots);
        families = List.copyOf(families);
    }

    /** How many families come. */
    public long bookings() {
        return slots.stream().filter(slot -> slot.state() == State.BOOKED).count();
    }

    /** Slots that can still be booked, for a list. */
    public List<Choice> free() {
        return slots.stream()
                .filter(slot -> slot.state() == State.FREE)
                .map(slot -> new Choice(Integer.toString(slot.minute()), slot.time(), false))
                .toList();
    }

    /** What is wrong with a field, if anything. */
    public @Nullable String problem(String field) {
        return violations.of(field).orElse(null);
    }

    /** What a slot is. */
    public enum State {
        FREE,
        /** Kept free by the host. */
        BLOCKED,
        /** The host is elsewhere, at another meeting. */
        ELSEWHERE,
        BOOKED
    }

    /**
     * @param booking null unless booked
     * @param child null if the pupil has left, or nobody is booked
     * @param guardian null where it is of nobody with an account, or the person has left
     */
    public record SlotLine(
            int minute,
            String time,
            State state,
            @Nullable UUID booking,
            @Nullable String child,
            String className,
            @Nullable String guardian,
            String note) {}
}

package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as the school sees it: who receives, and how many families have booked.
 *
 * @param evening whether teachers may be brought in who have come since
 * @param changes whether the reader may cancel it
 */
public record MeetingPage(
        UUID meeting,
        String title,
        Instant startsAt,
        Instant endsAt,
        Instant opensAt,
        Instant closesAt,
        boolean evening,
        boolean changes,
        List<HostLine> hosts) {

    public MeetingPage {
        hosts = List.copyOf(hosts);
    }

    /** All meetings that are booked. */
    public long bookings() {
        return hosts.stream().mapToLong(HostLine::bookings).sum();
    }

    /**
     * Somebody who receives.
     *
     * @param name null if the person has left
     */
    public record HostLine(
            UUID host,
            @Nullable String name,
            boolean present,
            String place,
            long bookings,
            int slots) {}
}

package fr.preau.canteen.registration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guardian has asked for, and where it stands.
 *
 * @param own whether families register here; else the Département's page does it
 * @param year for which one registers now; null where no campaign has begun
 * @param until when its campaign lasts
 * @param late whether that is over
 * @param nextFrom when the next campaign begins, as far as it is known
 * @param begins whether another application can be begun now
 * @param open those that can be changed
 * @param sent the others, the latest first
 */
public record RegistrationsPage(
        boolean own,
        @Nullable String year,
        @Nullable LocalDate until,
        boolean late,
        @Nullable LocalDate nextFrom,
        boolean begins,
        List<Open> open,
        List<Sent> sent) {

    public RegistrationsPage {
        open = List.copyOf(open);
        sent = List.copyOf(sent);
    }

    /**
     * One that can be changed.
     *
     * @param next the step to go on with
     * @param address of that step, below the module
     * @param refused whether something in it is to be put right
     */
    public record Open(
            UUID application,
            String year,
            int reached,
            int next,
            String address,
            Instant changedAt,
            boolean refused) {}

    /** One that was sent. */
    public record Sent(
            UUID application,
            String year,
            Instant sentAt,
            ApplicationState state,
            Check quotient,
            List<Child> children) {

        public Sent {
            children = List.copyOf(children);
        }
    }

    /**
     * A child of it.
     *
     * @param from its first day at the canteen; null until it is decided
     */
    public record Child(
            UUID child,
            String name,
            String college,
            Set<DayOfWeek> days,
            Check identity,
            @Nullable LocalDate from) {

        public Child {
            days = Set.copyOf(days);
        }
    }
}

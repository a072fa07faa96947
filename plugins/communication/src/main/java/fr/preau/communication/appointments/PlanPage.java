package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole meeting on paper: for each host who comes when. */
public record PlanPage(UUID meeting, String title, Instant startsAt, List<HostPlan> hosts) {

    public PlanPage {
        hosts = List.copyOf(hosts);
    }

    /**
     * One host.
     *
     * @param name null if the person has left
     */
    public record HostPlan(@Nullable String name, String place, List<Line> lines) {

        public HostPlan {
            lines = List.copyOf(lines);
        }
    }

    /** One family. */
    public record Line(
            String time,
            @Nullable String child,
            String className,
            @Nullable String guardian,
            String note) {}
}

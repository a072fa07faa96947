package fr.preau.canteen.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a service: what the gestionnaire looks at before closing it, and afterwards.
 *
 * @param closedAt null while it is open
 * @param mayClose whether who reads it may close it
 * @param served pupils who had a meal
 * @param expected pupils who were to come
 * @param twice who passed more than once, and has had one meal
 * @param missing who was expected and did not come
 * @param unexpected who came without being expected
 * @param others days whose service is not closed
 */
public record DayPage(
        LocalDate day,
        @Nullable Instant closedAt,
        String closedBy,
        boolean mayClose,
        int served,
        int expected,
        int staff,
        int guests,
        List<OfClass> classes,
        List<Twice> twice,
        List<Named> missing,
        List<Named> unexpected,
        List<Aside> aside,
        List<Device> devices,
        List<LocalDate> others) {

    public DayPage {
        classes = List.copyOf(classes);
        twice = List.copyOf(twice);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        aside = List.copyOf(aside);
        devices = List.copyOf(devices);
        others = List.copyOf(others);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Pupils without registration who had a meal. */
    public long passers() {
        return unexpected.stream().filter(each -> each.regime() == Regime.PASSER).count();
    }

    /**
     * @param remaining who is expected and has not come yet
     */
    public record OfClass(String name, int expected, int served, int remaining) {}

    public record Named(UUID id, String name, String className, Regime regime) {}

    /**
     * @param passages when and at which device, as people say it
     */
    public record Twice(String name, String className, List<String> passages) {

        public Twice {
            passages = List.copyOf(passages);
        }
    }

    /**
     * @param device as people name it
     * @param who empty where nobody at the collège is named
     */
    public record Aside(
            String device, int seq, String who, SetAside.Reason reason, Instant receivedAt) {}

    /**
     * @param name as people say it
     * @param entries how many are here
     */
    public record Device(String name, int entries, Instant heardAt) {}
}

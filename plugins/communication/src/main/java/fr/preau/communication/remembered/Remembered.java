package fr.preau.communication.remembered;

import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something of each collège that is read from the tables again when it is five seconds old, or when
 * somebody on this node has changed it.
 *
 * <p>Only for what is shown; what is done is judged by the tables.
 */
public final class Remembered<T> {

    public static final Duration LONGEST = Duration.ofSeconds(5);

    private record Reading<T>(T value, Instant at) {}

    private final Clock clock;
    private final Map<Uai, Reading<T>> last = new ConcurrentHashMap<>();

    public Remembered(Clock clock) {
        this.clock = clock;
    }

    public T of(College college, Supplier<T> read) {
        Reading<T> reading = last.get(college.uai());
        if (reading != null && clock.instant().isBefore(reading.at().plus(LONGEST))) {
            return reading.value();
        }
        return renew(college, read);
    }

    public T renew(College college, Supplier<T> read) {
        T value = read.get();
        last.put(college.uai(), new Reading<>(value, clock.instant()));
        return value;
    }

    /** Somebody has changed it; which collège's does not matter, as that is seldom. */
    public void forget() {
        last.clear();
    }
}

package fr.preau.communication.appointments;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Some minutes of a host, as families book them. */
record Slot(Instant start, Instant end) {

    /** What times are counted in: all slots, pauses and ways are multiples of it. */
    static final int TICK_MINUTES = 5;

    private static final long TICK_SECONDS = TICK_MINUTES * 60L;

    /** The five minutes that it takes, and those of the way after it. */
    List<Integer> ticks(int minutesAfter) {
        return LongStream.range(first(), after(minutesAfter)).mapToObj(tick -> (int) tick).toList();
    }

    private long first() {
        return Math.floorDiv(start.getEpochSecond(), TICK_SECONDS);
    }

    private long after(int minutesAfter) {
        long end = this.end.getEpochSecond() + minutesAfter * 60L;
        return -Math.floorDiv(-end, TICK_SECONDS);
    }

    static int tickOf(Instant instant) {
        return (int) Math.floorDiv(instant.getEpochSecond(), TICK_SECONDS);
    }
}

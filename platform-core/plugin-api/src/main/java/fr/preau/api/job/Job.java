package fr.preau.api.job;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Work that a module has done again and again at each collège where it is on.
 *
 * <p>One node does it for all. Each run is one unit of work of the collège. A run that fails is
 * undone and tried again later; one that a crash cut short is run again. So a job asks what is left
 * to do instead of trusting that it runs once.
 *
 * @param id as the manifest has it, under {@code jobs}
 */
public record Job(String id, Schedule schedule, Work work) {

    /** When a job is due. */
    public sealed interface Schedule permits Every, Daily {}

    /**
     * Again after so long.
     *
     * @param period a minute at least
     */
    public record Every(Duration period) implements Schedule {

        private static final Duration SHORTEST = Duration.ofMinutes(1);

        public Every {
            if (period.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("a job runs once a minute at most");
            }
        }
    }

    /**
     * Every day.
     *
     * @param time in Paris. On the night in March that skips it an hour later; on the night in
     *     October that has it twice, the first time
     */
    public record Daily(LocalTime time) implements Schedule {}

    /** What is done. */
    @FunctionalInterface
    public interface Work {
        void run(JobRun run) throws Exception;
    }

    /** A job that is due again after so long, counted from its due time. */
    public static Job every(String id, Duration period, Work work) {
        return new Job(id, new Every(period), work);
    }

    /** A job that is due every day, within ten minutes after this time in Paris. */
    public static Job daily(String id, LocalTime time, Work work) {
        return new Job(id, new Daily(time), work);
    }
}

package fr.preau.core.jobs;

import fr.preau.api.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a job is due at one collège.
 *
 * <p>Each collège has its own delay, the same for ever, so that a hundred collèges do not begin in
 * the same second.
 *
 * @param key what the delay is drawn from: the collège, the module and the job
 */
record JobPlan(Job.Schedule schedule, String key) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A job begins within so long after its time. */
    private static final Duration SPREAD = Duration.ofMinutes(10);

    /** The first time for a collège where the job is new. */
    Instant first(Instant now) {
        return schedule instanceof Job.Every every ? now.plus(delay(every.period())) : after(now);
    }

    /**
     * The first time after an instant, for a job that was due before; what was missed is not made
     * up.
     */
    Instant next(Instant due, Instant now) {
        if (schedule instanceof Job.Every every) {
            long seconds = Math.max(0, Duration.between(due, now).toSeconds());
            long periods = seconds / every.period().toSeconds() + 1;
            return due.plus(every.period().multipliedBy(periods));
        }
        return after(now);
    }

    private Instant after(Instant now) {
        Job.Daily daily = (Job.Daily) schedule;
        Duration delay = delay(SPREAD);
        // One day before: the delay of yesterday's time may reach into today.
        LocalDate day = LocalDate.ofInstant(now, PARIS).minusDays(1);
        Instant candidate = on(day, daily, delay);
        while (!candidate.isAfter(now)) {
            day = day.plusDays(1);
            candidate = on(day, daily, delay);
        }
        return candidate;
    }

    /** A time that the night in March skips comes an hour later; of two in October, the first. */
    private static Instant on(LocalDate day, Job.Daily daily, Duration delay) {
        return day.atTime(daily.time()).atZone(PARIS).toInstant().plus(delay);
    }

    private Duration delay(Duration period) {
        long most = Math.min(period.toSeconds(), SPREAD.toSeconds());
        return Duration.ofSeconds(Math.floorMod(key.hashCode(), most));
    }

    /** The schedule that was {@link #written}. */
    static Job.Schedule read(String written) {
        String[] words = written.split(" ", 2);
        return words[0].equals("every")
                ? new Job.Every(Duration.parse(words[1]))
                : new Job.Daily(LocalTime.parse(words[1]));
    }

    /** As the database keeps it, to know when it has changed. */
    String written() {
        if (schedule instanceof Job.Every every) {
            return "every " + every.period();
        }
        return "daily " + ((Job.Daily) schedule).time();
    }
}

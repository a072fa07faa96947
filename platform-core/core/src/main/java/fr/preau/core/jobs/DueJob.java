package fr.preau.core.jobs;

import fr.preau.api.job.Job;
import fr.preau.api.school.Uai;
import java.time.Instant;

/**
 * A job that is due at a collège.
 *
 * @param due as its plan says
 * @param failures in a row before this
 * @param schedule as it was planned, which is known also while its module is off
 */
record DueJob(JobKey key, Instant due, int failures, Job.Schedule schedule) {

    /** Its first time after an instant. */
    Instant next(Instant now) {
        return key.plan(schedule).next(due, now);
    }

    Uai college() {
        return key.college();
    }
}

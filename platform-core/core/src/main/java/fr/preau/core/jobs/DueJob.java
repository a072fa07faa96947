package fr.preau.core.jobs;

import fr.preau.api.school.Uai;
import java.time.Instant;

/**
 * A job that is due at a collège.
 *
 * @param due as its plan says
 * @param failures in a row before this
 */
record DueJob(JobKey key, Instant due, int failures) {

    Uai college() {
        return key.college();
    }
}

package fr.preau.core.jobs;

import fr.preau.api.job.JobRun;
import fr.preau.api.school.Uai;
import java.time.Instant;

/** One portion of a job, and whether its module says that there is more to do. */
final class OneRun implements JobRun {

    private final Uai college;
    private final Instant due;
    private boolean more;

    OneRun(Uai college, Instant due) {
        this.college = college;
        this.due = due;
    }

    @Override
    public Uai college() {
        return college;
    }

    @Override
    public Instant due() {
        return due;
    }

    @Override
    public void moreToDo() {
        more = true;
    }

    boolean hasMore() {
        return more;
    }
}

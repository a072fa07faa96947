package fr.preau.api.job;

import fr.preau.api.school.Uai;
import java.time.Instant;

/** One run of a job at one collège. */
public interface JobRun {

    Uai college();

    /** When it was due, which is a little before it runs, or long before if no server was up. */
    Instant due();

    /**
     * Says that there is more to do: after the commit the job is run again at once. So much work is
     * done in portions, and what a crash cuts short is one portion.
     */
    void moreToDo();
}

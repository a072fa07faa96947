package fr.preau.core.jobs;

import fr.preau.api.job.Job;
import fr.preau.api.school.Uai;

/** One job of one module at one collège. */
record JobKey(Uai college, String module, String job) {

    JobPlan plan(Job.Schedule schedule) {
        return new JobPlan(schedule, college.value() + "/" + module + "/" + job);
    }
}

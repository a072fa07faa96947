package fr.preau.core.contracts;

import fr.preau.api.job.Job;
import fr.preau.api.school.Uai;
import java.util.Map;
import java.util.Set;

/**
 * What a module's manifest says about its dealings with others: names only, so it may be kept.
 *
 * @param publishes the facts it publishes, all beginning with its id
 * @param listens the facts it listens to
 * @param offers the services it offers, all beginning with its id
 * @param uses the services it asks for
 * @param jobs its jobs, by id
 * @param jobsOfDepartement those of them that run at the Département's own place; the others run at
 *     collèges
 */
public record ModuleWords(
        String id,
        Set<String> publishes,
        Set<String> listens,
        Set<String> offers,
        Map<String, Presence> uses,
        Map<String, Job.Schedule> jobs,
        Set<String> jobsOfDepartement) {

    /** What becomes of a module without a service that it uses. */
    public enum Presence {
        /** It goes on without. */
        OPTIONAL,
        /** It does not answer at that collège. */
        REQUIRED
    }

    /** The words of a module all of whose jobs run at collèges. */
    public ModuleWords(
            String id,
            Set<String> publishes,
            Set<String> listens,
            Set<String> offers,
            Map<String, Presence> uses,
            Map<String, Job.Schedule> jobs) {
        this(id, publishes, listens, offers, uses, jobs, Set.of());
    }

    public ModuleWords {
        publishes = Set.copyOf(publishes);
        listens = Set.copyOf(listens);
        offers = Set.copyOf(offers);
        uses = Map.copyOf(uses);
        jobs = Map.copyOf(jobs);
        jobsOfDepartement = Set.copyOf(jobsOfDepartement);
        requireOwn(id, publishes);
        requireOwn(id, offers);
    }

    private static void requireOwn(String id, Set<String> names) {
        for (String name : names) {
            if (!ownerOf(name).equals(id)) {
                throw new IllegalArgumentException(
                        id + " can't give « " + name + " »: its names begin with « " + id + ". »");
            }
        }
    }

    /** Whether one of its jobs runs at this place. */
    public boolean hasJob(String job, Uai place) {
        return jobs.containsKey(job) && jobsOfDepartement.contains(job) == place.isDepartement();
    }

    /** The id of the module whose fact or service has this name. */
    public static String ownerOf(String name) {
        int dot = name.indexOf('.');
        if (!name.matches("[a-z][a-z0-9-]*\\.[A-Za-z][A-Za-z0-9]*(/[0-9]{1,3})?")
                || name.length() > 120) {
            throw new IllegalArgumentException(
                    "« " + name + " » is no name of a fact or a service, as in « canteen.Meals »");
        }
        return name.substring(0, dot);
    }
}

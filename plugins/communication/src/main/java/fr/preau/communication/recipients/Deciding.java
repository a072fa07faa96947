package fr.preau.communication.recipients;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.route.Route;
import fr.preau.communication.safety.SafetyJournal;
import jakarta.persistence.EntityManager;
import java.time.LocalTime;
import java.util.List;

/**
 * Who may write to whom as a collège decides it: the addresses of the matrix and its exceptions.
 */
public final class Deciding {

    private final RulesRoutes routes;
    private final DecidingRules deciding;

    public Deciding(
            EntityManager entities,
            Directory directory,
            WritingRules rules,
            KeptRules kept,
            SafetyJournal journal,
            NewIds ids) {
        RulesSheets sheets = new RulesSheets(directory, rules, kept);
        this.deciding = new DecidingRules(entities, kept, journal, ids);
        this.routes =
                new RulesRoutes(sheets, new MakingException(directory, sheets), deciding, kept);
    }

    /** Exceptions go after their last day, and acts of the journal after a year. */
    public List<Job> jobs() {
        return List.of(
                Job.daily("forget-rules", LocalTime.of(3, 20), run -> deciding.forgetWhatIsOver()));
    }

    public List<Route<?, ?>> routes() {
        return routes.routes();
    }
}

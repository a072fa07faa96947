package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.settings.Settings;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.safety.Bursts;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;

/** Reports as the module brings them to Préau: their addresses and what is kept of people. */
public final class Reports {

    private final Judging judging;
    private final ReportRoutes routes;
    private final Bursts bursts;
    private final ReportsOfPerson kept;
    private final ForgettingEvidence forgetting;

    public Reports(
            EntityManager entities,
            Directory directory,
            FileStore files,
            Notices notices,
            SafetyJournal journal,
            Settings settings,
            NewIds ids,
            Clock clock) {
        ReportNotices told = new ReportNotices(notices, directory);
        Attachments attachments = new Attachments(entities, files);
        Reporting reporting =
                new Reporting(entities, directory, attachments, told, journal, ids, clock);
        this.bursts = new Bursts(entities, settings, reporting::reportBurst, ids, clock);
        Withdrawing withdrawing = new Withdrawing(entities, attachments, told);
        WithdrawingBurst ofBurst =
                new WithdrawingBurst(entities, reporting, withdrawing, bursts, journal, ids, clock);
        this.judging =
                new Judging(
                        entities,
                        directory,
                        attachments,
                        withdrawing,
                        ofBurst,
                        bursts,
                        told,
                        journal,
                        clock);
        this.routes = new ReportRoutes(reporting, judging, new ReportStates(entities, reporting));
        this.kept = new ReportsOfPerson(entities, bursts, ids);
        this.forgetting = new ForgettingEvidence(entities, attachments, clock);
    }

    /** What stops accounts, whose reports come here. */
    public Bursts bursts() {
        return bursts;
    }

    public List<Route<?, ?>> routes() {
        return routes.routes();
    }

    public Card<ReportsCard> card() {
        return new Card<>(
                "reports",
                ReportsCard.class,
                request ->
                        Judges.isOne(request.caller())
                                ? judging.card(request.caller())
                                : ReportsCard.NOTHING,
                new StaticTemplates()::reportsCard);
    }

    public List<Job> jobs() {
        return List.of(
                Job.daily(
                        "forget-evidence",
                        LocalTime.of(3, 40),
                        run -> {
                            if (forgetting.forgetSome()) {
                                run.moreToDo();
                            }
                        }));
    }

    public PersonalData personalData() {
        return kept;
    }
}

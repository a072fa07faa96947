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
import java.util.stream.Stream;

/** Reports as the module brings them to Préau: their addresses and what is kept of people. */
public final class Reports {

    private final Publications publications = new Publications();
    private final Judging judging;
    private final ReportRoutes routes;
    private final PublishedRoutes published;
    private final Bursts bursts;
    private final ReportsOfPerson kept;
    private final ForgettingEvidence forgetting;
    private final KeepingDeleted deleted;

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
        TakingEvidence taking = new TakingEvidence(entities, directory, attachments, ids);
        Reporting reporting =
                new Reporting(entities, taking, publications, told, journal, ids, clock);
        this.bursts = new Bursts(entities, settings, reporting::reportBurst, ids, clock);
        Withdrawing withdrawing = new Withdrawing(entities, attachments, publications, told);
        WithdrawingUnasked unasked =
                new WithdrawingUnasked(
                        reporting, taking, publications, withdrawing, told, journal, clock);
        WithdrawingBurst ofBurst =
                new WithdrawingBurst(entities, taking, unasked, bursts, journal, clock);
        this.judging =
                new Judging(
                        entities,
                        directory,
                        attachments,
                        reporting,
                        withdrawing,
                        ofBurst,
                        bursts,
                        told,
                        journal,
                        clock);
        ReportStates states = new ReportStates(entities, reporting);
        this.routes = new ReportRoutes(reporting, judging, states);
        this.published = new PublishedRoutes(reporting, unasked, states, judging);
        this.kept = new ReportsOfPerson(entities, bursts, ids);
        this.deleted = new KeepingDeleted(entities, directory, taking, ids, clock);
        this.forgetting = new ForgettingEvidence(entities, attachments, clock);
    }

    /** What stops accounts, whose reports come here. */
    public Bursts bursts() {
        return bursts;
    }

    /** What keeps that which authors delete. */
    public KeepingDeleted deleted() {
        return deleted;
    }

    /** Makes something known that people report and the school takes away. */
    public void takesReportsOf(Publication publication) {
        publications.add(publication);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(routes.routes(), published.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
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
                            bursts.forgetOld();
                            if (forgetting.forgetSome()) {
                                run.moreToDo();
                            }
                        }));
    }

    public PersonalData personalData() {
        return kept;
    }
}

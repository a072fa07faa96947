package fr.preau.communication.reports;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.Download;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.reports.CasePage.ReportedBy;
import fr.preau.communication.safety.Act;
import fr.preau.communication.safety.Bursts;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those who answer for the school do with reports. */
final class Judging {

    private static final int LINES = 30;
    private static final int ON_THE_CARD = 3;

    private final EntityManager entities;
    private final Directory directory;
    private final Attachments attachments;
    private final Reporting reporting;
    private final Withdrawing withdrawing;
    private final WithdrawingBurst ofBurst;
    private final Bursts bursts;
    private final ReportNotices notices;
    private final SafetyJournal journal;
    private final Clock clock;

    Judging(
            EntityManager entities,
            Directory directory,
            Attachments attachments,
            Reporting reporting,
            Withdrawing withdrawing,
            WithdrawingBurst ofBurst,
            Bursts bursts,
            ReportNotices notices,
            SafetyJournal journal,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.attachments = attachments;
        this.reporting = reporting;
        this.withdrawing = withdrawing;
        this.ofBurst = ofBurst;
        this.bursts = bursts;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Those that wait, the most urgent first, or others, the latest first. */
    QueuePage queue(Caller judge, QueuePage.View view, int page) {
        return new QueuePage(
                view, PageOf.from(lines(judge, view, (page - 1) * LINES, LINES), page, LINES));
    }

    /** One statement. */
    ReportsCard card(Caller judge) {
        List<QueuePage.Line> lines = lines(judge, QueuePage.View.OPEN, 0, ON_THE_CARD);
        return new ReportsCard(
                lines.stream().limit(ON_THE_CARD).toList(), lines.size() > ON_THE_CARD);
    }

    /** One more than are shown, if there are more. */
    private List<QueuePage.Line> lines(Caller judge, QueuePage.View view, int from, int most) {
        Instant now = now();
        return rows(view)
                .setParameter("judge", judge.person().value())
                .setFirstResult(from)
                .setMaxResults(most + 1)
                .getResultStream()
                .map(
                        row ->
                                new QueuePage.Line(
                                        row.report(),
                                        row.kind(),
                                        row.author(),
                                        row.subject(),
                                        row.outcome(),
                                        row.dueAt(),
                                        row.closedAt(),
                                        row.state() == Report.State.OPEN
                                                && row.dueAt().isBefore(now)))
                .toList();
    }

    private TypedQuery<QueueRow> rows(QueuePage.View view) {
        if (view == QueuePage.View.OPEN) {
            return entities.createNamedQuery("Report.queue", QueueRow.class);
        }
        EnumSet<Report.Outcome> deleted = EnumSet.of(Report.Outcome.DELETED);
        return entities.createNamedQuery("Report.closed", QueueRow.class)
                .setParameter(
                        "outcomes",
                        view == QueuePage.View.DELETED ? deleted : EnumSet.complementOf(deleted));
    }

    CasePage show(Caller judge, UUID id) {
        return page(required(entities.find(Report.class, id), judge));
    }

    /** The same, with its files read anew to see whether they are what they were. */
    CasePage showChecked(Caller judge, UUID id) {
        Report report = required(entities.find(Report.class, id), judge);
        return page(report, attachments.fingerprintsReadAnew(Holder.EVIDENCE, report.evidenceId()));
    }

    /** A file that was taken with the evidence of a report. */
    Download file(Caller judge, UUID id, @Nullable UUID attachment) {
        Report report = required(entities.find(Report.class, id), judge);
        return attachments.evidence(report.evidenceId(), attachment);
    }

    private CasePage page(Report report) {
        return page(report, attachments.fingerprints(Holder.EVIDENCE, report.evidenceId()));
    }

    private CasePage page(Report report, String fingerprintsOfFiles) {
        Evidence evidence = evidence(report);
        List<Reporter> reporters =
                entities.createNamedQuery("Reporter.ofReport", Reporter.class)
                        .setParameter("report", report.id())
                        .getResultList();
        Map<PersonId, Person> known =
                reporters.isEmpty()
                        ? Map.of()
                        : directory.persons(reporters.stream().map(Reporter::person).toList());
        return new CasePage(
                report.id(),
                evidence.kind(),
                evidence.author().value(),
                evidence.authorName(),
                evidence.subject(),
                evidence.text(),
                attachments.with(Holder.EVIDENCE, evidence.id()),
                evidence.readers(),
                evidence.readerCount(),
                evidence.sentAt(),
                evidence.takenAt(),
                evidence.hash(),
                evidence.changed(fingerprintsOfFiles),
                evidence.isWithdrawn(),
                withdrawing.withdrawnByAnother(evidence).orElse(null),
                !evidence.isOfMessage() && bursts.holds(evidence.messageId()),
                evidence.isOfMessage() ? 0 : ofBurst.messages(evidence).size(),
                reporters.stream()
                        .map(
                                one ->
                                        new ReportedBy(
                                                name(known.get(one.person())),
                                                one.reason(),
                                                one.reportedAt()))
                        .toList(),
                report.isOpen(),
                report.outcome(),
                report.note(),
                report.dueAt(),
                report.isOpen() && report.dueAt().isBefore(now()),
                report.closedAt());
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.displayName();
    }

    private Evidence evidence(Report report) {
        return entities.find(Evidence.class, report.evidenceId());
    }

    private static Report required(@Nullable Report report, Caller judge) {
        if (report == null || !report.mayBeJudgedBy(judge.person())) {
            throw Refusal.notFound();
        }
        return report;
    }

    private Report held(Caller judge, UUID id) {
        return required(entities.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE), judge);
    }

    /** Closes a case; one that is closed already stays as it is. */
    CasePage close(Caller judge, UUID id, Report.Outcome outcome, String note) {
        Report report = held(judge, id);
        if (report.isOpen()) {
            Evidence evidence = evidence(report);
            if (outcome == Report.Outcome.WITHDRAWN && evidence.isOfMessage()) {
                withdrawing.withdraw(evidence, now());
                journal.write(judge, Act.WITHDRAWN, evidence.reach());
            }
            report.close(outcome, note, now());
            journal.write(judge, Act.REPORT_CLOSED, Wording.of("outcome." + outcome));
            notices.seen(report.id(), reporting.reporters(report));
        }
        return page(report);
    }

    /** Gives a message back to its readers. */
    CasePage giveBack(Caller judge, UUID id) {
        Report report = held(judge, id);
        Evidence evidence = evidence(report);
        if (evidence.isWithdrawn()) {
            withdrawing.giveBack(evidence, now());
            report.giveBack();
            journal.write(judge, Act.GIVEN_BACK, evidence.reach());
        }
        return page(report);
    }

    /** Takes from their readers what an account wrote before it was stopped. */
    CasePage withdrawBurst(Caller principal, UUID id) {
        Report report = held(principal, id);
        Evidence evidence = evidence(report);
        if (!evidence.isOfMessage()) {
            ofBurst.withdraw(principal, evidence);
        }
        return page(report);
    }

    /** Lets an account go on that was stopped. */
    CasePage lift(Caller judge, UUID id) {
        Report report = held(judge, id);
        Evidence evidence = evidence(report);
        if (!evidence.isOfMessage() && bursts.lift(evidence.messageId())) {
            journal.write(judge, Act.LET_GO_ON, "");
        }
        return page(report);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

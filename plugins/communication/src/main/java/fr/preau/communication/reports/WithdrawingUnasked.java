package fr.preau.communication.reports;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.communication.safety.Act;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What the school takes from all its readers before anybody has reported it.
 *
 * <p>It is no way to read other people's mail: of messages it reaches those that whoever takes them
 * away has received. Each has its evidence and its case, which is closed, and from which it can be
 * given back.
 */
final class WithdrawingUnasked {

    private final Reporting reporting;
    private final TakingEvidence taking;
    private final Publications publications;
    private final Withdrawing withdrawing;
    private final ReportNotices notices;
    private final SafetyJournal journal;
    private final Clock clock;

    WithdrawingUnasked(
            Reporting reporting,
            TakingEvidence taking,
            Publications publications,
            Withdrawing withdrawing,
            ReportNotices notices,
            SafetyJournal journal,
            Clock clock) {
        this.reporting = reporting;
        this.taking = taking;
        this.publications = publications;
        this.withdrawing = withdrawing;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @return its case
     */
    UUID message(Caller judge, UUID conversation, UUID message) {
        return alone(judge, reporting.evidence(judge, conversation, message));
    }

    /**
     * A letter of one's own; whoever else judges can give it back. What others have reported of it
     * goes on waiting for them: nobody closes a case of their own.
     */
    void ownLetter(Caller judge, UUID letter) {
        Evidence evidence = reporting.ownLetter(judge, letter);
        if (reporting.of(evidence).filter(Report::isOpen).isEmpty()) {
            alone(judge, evidence);
        } else if (!evidence.isWithdrawn()) {
            withdrawing.withdraw(evidence, now());
            journal.write(judge, Act.WITHDRAWN, evidence.reach());
        }
    }

    UUID publication(Caller judge, Evidence.Kind kind, UUID thing) {
        Instant now = now();
        Shown shown =
                publications
                        .of(kind)
                        .published(thing)
                        .filter(each -> !each.author().equals(judge.person()))
                        .orElseThrow(Refusal::notFound);
        return alone(judge, taking.ofPublication(kind, thing, shown, now));
    }

    private UUID alone(Caller judge, Evidence evidence) {
        boolean pressedTwice = evidence.isWithdrawn();
        Report report = takeAway(evidence, Wording.of("withdrawn.unasked"), now());
        if (!pressedTwice) {
            journal.write(judge, Act.WITHDRAWN, evidence.reach());
        }
        return report.id();
    }

    /** Takes something away and closes its case; one that is away already stays so. */
    Report takeAway(Evidence evidence, String note, Instant now) {
        Report report = reporting.of(evidence).orElseGet(() -> reporting.begin(evidence, now));
        if (!evidence.isWithdrawn()) {
            withdrawing.withdraw(evidence, now);
            if (report.isOpen()) {
                notices.seen(report.id(), reporting.reporters(report));
            }
            report.close(Report.Outcome.WITHDRAWN, note, now);
        }
        return report;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

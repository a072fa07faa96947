package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.messages.DepartementLetters;
import fr.preau.communication.messages.Letter;
import fr.preau.communication.messages.Reply;
import fr.preau.communication.safety.Act;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a reader does with a message that should not have been written. */
final class Reporting {

    private final EntityManager entities;
    private final TakingEvidence taking;
    private final Publications publications;
    private final ReportNotices notices;
    private final SafetyJournal journal;
    private final NewIds ids;
    private final Clock clock;

    Reporting(
            EntityManager entities,
            TakingEvidence taking,
            Publications publications,
            ReportNotices notices,
            SafetyJournal journal,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.taking = taking;
        this.publications = publications;
        this.notices = notices;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reports a message, once for each of its readers.
     *
     * @return the case it belongs to
     * @throws Refusal if the caller has not received it
     */
    UUID report(Caller caller, UUID conversation, UUID message) {
        return report(caller, evidence(caller, conversation, message));
    }

    /** The evidence of a message that the caller has received, which is held. */
    Evidence evidence(Caller caller, UUID conversation, UUID message) {
        Optional<ReportedMessage> letter =
                found("Evidence.ofLetter", caller, conversation, message);
        ReportedMessage reported =
                letter.or(() -> found("Evidence.ofReply", caller, conversation, message))
                        // What the Département writes is not for a collège to judge.
                        .filter(each -> !DepartementLetters.isAuthor(each.author()))
                        .orElseThrow(Refusal::notFound);
        // Two readers of one letter who report at once come one after the other.
        if (letter.isPresent()) {
            return taking.ofMessage(Evidence.Kind.LETTER, asItIs(reported), caller.person(), now());
        }
        Reply reply = entities.find(Reply.class, message, LockModeType.PESSIMISTIC_WRITE);
        return taking.ofMessage(
                Evidence.Kind.REPLY,
                reported.saying(reported.subject(), reply.text()),
                caller.person(),
                now());
    }

    /**
     * The evidence of a letter of the caller's own, which is held.
     *
     * @throws Refusal if it is somebody else's, or still on its way
     */
    Evidence ownLetter(Caller author, UUID letter) {
        ReportedMessage own =
                first(
                                entities.createNamedQuery(
                                                "Evidence.ownLetter", ReportedMessage.class)
                                        .setParameter("letter", letter)
                                        .setParameter("author", author.person().value())
                                        .setParameter("now", clock.instant()))
                        .orElseThrow(Refusal::notFound);
        return taking.ofMessage(Evidence.Kind.LETTER, asItIs(own), author.person(), now());
    }

    /** As it stands in the table once whoever changes it was waited for. */
    private ReportedMessage asItIs(ReportedMessage reported) {
        Letter letter =
                entities.find(Letter.class, reported.message(), LockModeType.PESSIMISTIC_WRITE);
        return reported.saying(letter.subject(), letter.text());
    }

    /** An author asks the school to take an own letter from its readers. */
    void ask(Caller author, UUID letter) {
        Evidence evidence = ownLetter(author, letter);
        Optional<Report> there = of(evidence);
        boolean waits = there.filter(Report::isOpen).isPresent();
        Report report = there.orElseGet(() -> begin(evidence, now()));
        report.again(now());
        if (held(report.id(), author.person()).isEmpty()) {
            entities.persist(new Reporter(ids.next(), report.id(), author.person(), now()));
            entities.flush();
        } else if (waits) {
            return; // pressed twice
        }
        because(author, report.id(), Wording.of("own.asked"));
        notices.asked(report.id(), author.person(), now());
    }

    /**
     * Reports something that was published, once for each of its readers.
     *
     * @throws Refusal if it is not shown to the caller, or is the caller's own
     */
    UUID report(Caller caller, Evidence.Kind kind, UUID thing) {
        Shown shown =
                publications
                        .of(kind)
                        .shownTo(caller, thing)
                        .filter(each -> !each.author().equals(caller.person()))
                        .orElseThrow(Refusal::notFound);
        return report(caller, taking.ofPublication(kind, thing, shown, now()));
    }

    private UUID report(Caller caller, Evidence evidence) {
        Instant now = now();
        Report report = of(evidence).orElseGet(() -> open(evidence, now));
        if (held(report.id(), caller.person()).isEmpty()) {
            report.again(now);
            entities.persist(new Reporter(ids.next(), report.id(), caller.person(), now));
        }
        return report.id();
    }

    private Optional<ReportedMessage> found(
            String query, Caller reader, UUID conversation, UUID message) {
        return first(
                entities.createNamedQuery(query, ReportedMessage.class)
                        .setParameter("conversation", conversation)
                        .setParameter("message", message)
                        .setParameter("reader", reader.person().value()));
    }

    /** The case of an evidence, if there is one; held until the end of the work. */
    Optional<Report> of(Evidence evidence) {
        return first(
                entities.createNamedQuery("Report.ofEvidence", Report.class)
                        .setParameter("evidence", evidence.id())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those who have reported it. */
    List<PersonId> reporters(Report report) {
        return entities.createNamedQuery("Reporter.ofReport", Reporter.class)
                .setParameter("report", report.id())
                .getResultStream()
                .map(Reporter::person)
                .toList();
    }

    /** The same, held: whoever presses twice waits for oneself. */
    private Optional<Reporter> held(UUID report, PersonId person) {
        return first(
                entities.createNamedQuery("Reporter.own", Reporter.class)
                        .setParameter("report", report)
                        .setParameter("person", person.value())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    /** What somebody has said when they reported it. */
    Optional<Reporter> own(UUID report, PersonId person) {
        return first(
                entities.createNamedQuery("Reporter.own", Reporter.class)
                        .setParameter("report", report)
                        .setParameter("person", person.value()));
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }

    /** A new case, of which those who judge are told. */
    private Report open(Evidence evidence, Instant now) {
        Report report = begin(evidence, now);
        notices.opened(report.id(), evidence.author());
        return report;
    }

    /** A new case, of which nobody is told. */
    Report begin(Evidence evidence, Instant now) {
        Report report = new Report(ids.next(), evidence, now);
        entities.persist(report);
        entities.flush();
        return report;
    }

    /** An account that wrote more than it may, by itself. */
    void reportBurst(Caller author, UUID stop, String what) {
        Instant now = now();
        ReportedMessage reported =
                new ReportedMessage(
                        stop,
                        author.person().value(),
                        author.person().value(),
                        Wording.of("burst.subject"),
                        what,
                        now,
                        0);
        Evidence evidence =
                new Evidence(
                        ids.next(),
                        Evidence.Kind.BURST,
                        reported,
                        author.displayName(),
                        List.of(),
                        now);
        entities.persist(evidence);
        entities.flush();
        open(evidence, now);
        journal.write(author, Act.STOPPED, what);
    }

    /** Says why, after it was reported; the last word counts. */
    void because(Caller caller, UUID report, String reason) {
        own(report, caller.person()).orElseThrow(Refusal::notFound).because(reason);
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

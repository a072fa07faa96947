package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a circular to all its guardians, in one transaction and few statements. */
final class Sending {

    private final EntityManager entities;
    private final WritingGuard guard;
    private final Directory directory;
    private final CircularNotices notices;
    private final Seal seal;
    private final NewIds ids;
    private final Clock clock;

    Sending(
            EntityManager entities,
            WritingGuard guard,
            Directory directory,
            CircularNotices notices,
            Seal seal,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.directory = directory;
        this.notices = notices;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sends a draft as it was looked at. Who presses twice sends once: the draft is gone then, and
     * the circular has its identity.
     *
     * @param version of the draft that was looked at
     */
    Circular send(Caller author, UUID id, int version) {
        CircularDraft draft =
                entities.find(CircularDraft.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (draft == null) {
            return sentBefore(author, id);
        }
        if (!draft.isOf(author.person())) {
            throw Refusal.notFound();
        }
        guard.admit(author);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Written written = draft.written();
        Targets targets = Targets.of(author, directory);
        boolean ready = new DraftProblems(targets, now).ofCircular(written).isEmpty();
        if (!ready || draft.version() != version) {
            throw changed();
        }
        List<Target> chosen = targets.chosen(written.to());
        Families families = Families.of(Targets.classes(chosen), directory);
        if (families.children().isEmpty()) {
            throw nobody();
        }
        Circular circular =
                new Circular(draft, author, names(chosen), families, Salt.of(ids), seal, now);
        replaceOld(circular);
        deliver(circular, families);
        guard.count(author, id, families.children().size());
        entities.remove(draft);
        return circular;
    }

    /** A plain read could still see the table as it was before the first press. */
    /** Whether this person wrote it, sent or not. */
    void requireKnown(Caller author, UUID id) {
        CircularDraft draft = entities.find(CircularDraft.class, id);
        if (draft == null) {
            ofAuthor(author, entities.find(Circular.class, id));
        } else if (!draft.isOf(author.person())) {
            throw Refusal.notFound();
        }
    }

    private Circular sentBefore(Caller author, UUID id) {
        return ofAuthor(author, entities.find(Circular.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Circular ofAuthor(Caller author, @Nullable Circular sent) {
        if (sent == null || !sent.authorId().equals(author.person().value())) {
            throw Refusal.notFound();
        }
        return sent;
    }

    private static List<String> names(List<Target> chosen) {
        return chosen.stream()
                .map(t -> t.isEverybody() ? Wording.of("circulars.to.all") : name(t))
                .toList();
    }

    private static String name(Target target) {
        return target.classes().size() == 1 && target.code().startsWith("class:")
                ? target.name()
                : Wording.of("circulars.to.level", target.name());
    }

    private void replaceOld(Circular circular) {
        UUID old = circular.replaces();
        if (old.equals(circular.id())) {
            return;
        }
        CircularLedger ledger =
                entities.find(CircularLedger.class, old, LockModeType.PESSIMISTIC_WRITE);
        if (ledger == null || ledger.isReplaced()) {
            throw Drafting.alreadyReplaced();
        }
        Drafting.requireShown(ledger);
        ledger.replaceBy(circular.id());
        entities.createNamedQuery("CircularRecipient.endOfCircular")
                .setParameter("circular", old)
                .executeUpdate();
    }

    /**
     * Rows point to each other by identity only: JPA can't know the order in which to write them,
     * so each kind is flushed before the next.
     */
    private void deliver(Circular circular, Families families) {
        entities.persist(circular);
        entities.flush();
        entities.persist(new CircularLedger(circular));
        List<CircularRecipient> recipients = new ArrayList<>();
        for (Families.OfChild of : families.children()) {
            CircularChild child = new CircularChild(ids.next(), circular, of);
            entities.persist(child);
            boolean anyLegal = of.guardians().stream().anyMatch(Families.Guardian::legal);
            for (Families.Guardian guardian : of.guardians()) {
                boolean required = guardian.legal() || !anyLegal;
                recipients.add(
                        new CircularRecipient(ids.next(), child, circular, guardian, required));
            }
        }
        entities.flush();
        recipients.forEach(entities::persist);
        entities.flush();
        for (Families.OfChild of : families.children()) {
            notices.sent(circular, of.child().id(), idsOf(of.guardians()));
        }
    }

    private static List<PersonId> idsOf(List<Families.Guardian> guardians) {
        return guardians.stream().map(guardian -> guardian.person().id()).toList();
    }

    private static Refusal changed() {
        return new Refusal(
                409,
                "circular-changed",
                Wording.of("circulars.refusal.changed.title"),
                Wording.of("circulars.refusal.changed"));
    }

    private static Refusal nobody() {
        return new Refusal(
                409,
                "circular-for-nobody",
                Wording.of("circulars.nobody.title"),
                Wording.of("circulars.nobody.text"));
    }
}

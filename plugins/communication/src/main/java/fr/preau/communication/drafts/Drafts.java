package fr.preau.communication.drafts;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The drafts of a collège: kept, found again, sent, forgotten. */
public final class Drafts {

    private static final int LINES = 20;
    private static final int FORGOTTEN_AT_ONCE = 500;

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;

    public Drafts(EntityManager entities, NewIds ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps what stands in a form, if it builds on what is kept.
     *
     * @param version which state of the draft the form shows
     * @return how it stands now; nothing that another window has kept is ever overwritten
     */
    public DraftState save(PersonId author, UUID key, int version, DraftContent content) {
        DraftState before = new DraftState(key, version, DraftState.Kind.NEW, null);
        if (content.isTooMuch()) {
            return before.butNot(DraftState.Kind.TOO_MUCH);
        }
        if (content.isBlank() && version == 0) {
            return before;
        }
        KeptDraft draft = claimed(author, key, content.about());
        if (draft.isSent()) {
            return before.butNot(DraftState.Kind.SENT);
        }
        if (draft.isBegun() && draft.content().equals(content)) {
            return draft.state();
        }
        if (draft.isBegun() && !draft.isAt(version)) {
            return before.butNot(DraftState.Kind.CHANGED_ELSEWHERE);
        }
        draft.keep(content, now());
        return draft.state();
    }

    /** Keeps what stands in a form as a draft of its own. */
    public DraftState saveApart(PersonId author, DraftContent content) {
        return save(author, ids.next(), 0, content);
    }

    /**
     * The form went out, so its draft is over. What another window has kept in it meanwhile was not
     * sent and stays, as a draft of its own.
     */
    public void sent(PersonId author, UUID key, int version) {
        KeptDraft draft = claimed(author, key, DraftContent.NEW_LETTER);
        if (draft.isSent()) {
            return;
        }
        if (draft.isBegun() && !draft.isAt(version)) {
            entities.persist(draft.apart(ids.next()));
        }
        draft.send(now());
    }

    /** A draft of this person. */
    public KeptDraft of(PersonId author, UUID key) {
        return Optional.ofNullable(entities.find(KeptDraft.class, key))
                .filter(draft -> draft.isOf(author) && !draft.isSent() && draft.isBegun())
                .orElseThrow(Refusal::notFound);
    }

    /** The reply that this person is writing in a conversation. */
    public Optional<KeptDraft> ofReply(PersonId author, UUID conversation) {
        return entities.createNamedQuery("KeptDraft.ofReply", KeptDraft.class)
                .setParameter("author", author.value())
                .setParameter("about", conversation)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    PageOf<KeptDraft> newest(PersonId author, int page) {
        List<KeptDraft> oneMore =
                entities.createNamedQuery("KeptDraft.newest", KeptDraft.class)
                        .setParameter("author", author.value())
                        .setFirstResult((page - 1) * LINES)
                        .setMaxResults(LINES + 1)
                        .getResultList();
        return PageOf.from(oneMore, page, LINES);
    }

    List<KeptDraft> all(PersonId author) {
        return entities.createNamedQuery("KeptDraft.newest", KeptDraft.class)
                .setParameter("author", author.value())
                .getResultList();
    }

    void delete(PersonId author, UUID key) {
        entities.remove(of(author, key));
    }

    /**
     * @return how many there were; keys of forms that were sent go too and are nobody's loss
     */
    int deleteAll(PersonId author) {
        delete(author, true);
        return delete(author, false);
    }

    private int delete(PersonId author, boolean sent) {
        return entities.createNamedQuery("KeptDraft.deleteOfAuthor")
                .setParameter("person", author.value())
                .setParameter("sent", sent)
                .executeUpdate();
    }

    /**
     * Forgets what nobody will come back to.
     *
     * @return whether there may be more
     */
    boolean forgetOld() {
        return forget(true, KeptDraft.KNOWN) | forget(false, KeptDraft.KEPT);
    }

    private boolean forget(boolean sent, Duration after) {
        List<UUID> old =
                entities.createNamedQuery("KeptDraft.old", UUID.class)
                        .setParameter("sent", sent)
                        .setParameter("before", now().minus(after))
                        .setMaxResults(FORGOTTEN_AT_ONCE)
                        .getResultList();
        if (!old.isEmpty()) {
            entities.createNamedQuery("KeptDraft.delete").setParameter("ids", old).executeUpdate();
        }
        return old.size() == FORGOTTEN_AT_ONCE;
    }

    /** The draft of a form, begun if it was not, and held until the end of the work. */
    private KeptDraft claimed(PersonId author, UUID key, UUID about) {
        entities.createNamedQuery("KeptDraft.claim")
                .setParameter(1, key.toString())
                .setParameter(2, author.toString())
                .setParameter(3, about.toString())
                .setParameter(4, LocalDateTime.ofInstant(now(), ZoneOffset.UTC))
                .executeUpdate();
        KeptDraft draft = entities.find(KeptDraft.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (!draft.isOf(author)) {
            throw Refusal.notFound();
        }
        return draft;
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

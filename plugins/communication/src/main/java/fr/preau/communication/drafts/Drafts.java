package fr.preau.communication.drafts;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.wording.Wording;
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
    private final Attachments attachments;
    private final NewIds ids;
    private final Clock clock;

    public Drafts(EntityManager entities, Attachments attachments, NewIds ids, Clock clock) {
        this.entities = entities;
        this.attachments = attachments;
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
        DraftState before = new DraftState(key, version, DraftState.Kind.NEW, null, null);
        if (content.isTooMuch()) {
            return before.butNot(DraftState.Kind.TOO_MUCH);
        }
        return content.isBlank() && version == 0 ? before : keep(author, before, content);
    }

    /** The same with the files of the form, which are kept with the draft. */
    public DraftState save(
            PersonId author, UUID key, int version, DraftContent content, FormFiles files) {
        DraftState before = new DraftState(key, version, DraftState.Kind.NEW, null, null);
        DraftState state =
                files.isEmpty() || content.isTooMuch()
                        ? save(author, key, version, content)
                        : keep(author, before, content);
        if (state.kind() != DraftState.Kind.KEPT || !attachments.keepWith(author, key, files)) {
            return state;
        }
        KeptDraft draft = of(author, key);
        draft.touch(now());
        return draft.state();
    }

    /** The files that are kept with a draft. */
    public List<AttachedFile> filesOf(DraftState draft) {
        return attachments.with(Holder.DRAFT, draft.key());
    }

    private DraftState keep(PersonId author, DraftState before, DraftContent content) {
        KeptDraft draft = claimed(author, before.key(), content.about());
        if (draft.isSent()) {
            return before.butNot(DraftState.Kind.SENT);
        }
        if (draft.isBegun() && draft.content().equals(content)) {
            return draft.state();
        }
        if (draft.waits()) {
            return before.butNot(DraftState.Kind.WAITS);
        }
        if (draft.isBegun() && !draft.isAt(before.version())) {
            return before.butNot(DraftState.Kind.CHANGED_ELSEWHERE);
        }
        draft.keep(content, now());
        return draft.state();
    }

    /**
     * Keeps what stands in a form as a draft of its own.
     *
     * @param of the draft that the form was of; what that one hands on, this one does too
     */
    DraftState saveApart(PersonId author, UUID of, DraftContent content, List<UUID> attached) {
        DraftState apart = save(author, ids.next(), 0, content);
        if (apart.kind() == DraftState.Kind.KEPT) {
            attachments.copy(author, attached, apart.key());
            forwardedIn(author, of).ifPresent(message -> forwards(author, apart.key(), message));
        }
        return apart;
    }

    /**
     * The form went out, so its draft is over. What another window has kept in it meanwhile was not
     * sent and stays, as a draft of its own.
     */
    public void sent(PersonId author, UUID key, int version) {
        end(author, key, version).ifPresent(draft -> draft.send(now()));
    }

    /** The same for a letter that may still be taken back: its words stay that long. */
    public void sent(PersonId author, UUID key, int version, DraftContent content, UUID letter) {
        end(author, key, version).ifPresent(draft -> draft.send(content, letter, now()));
    }

    private Optional<KeptDraft> end(PersonId author, UUID key, int version) {
        KeptDraft draft = claimed(author, key, DraftContent.NEW_LETTER);
        if (draft.isSent()) {
            return Optional.empty();
        }
        if (draft.isBegun() && !draft.isAt(version)) {
            UUID apart = ids.next();
            entities.persist(draft.apart(apart));
            attachments.goOver(Holder.DRAFT, key, Holder.DRAFT, apart);
        }
        attachments.deleteWith(Holder.DRAFT, List.of(key));
        return Optional.of(draft);
    }

    /**
     * A letter was taken back, and what stood in it is a draft again, of a key of its own: a save
     * of the form that was sent may still be on its way.
     */
    public UUID giveBack(PersonId author, UUID letter) {
        KeptDraft sent =
                entities.createNamedQuery("KeptDraft.ofLetter", KeptDraft.class)
                        .setParameter("letter", letter)
                        .getResultStream()
                        .filter(draft -> draft.isOf(author))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        UUID again = ids.next();
        entities.persist(sent.apart(again));
        sent.forgetWords();
        return again;
    }

    /** Whether what stood in a draft of this person went out. */
    public boolean isSent(PersonId author, UUID key) {
        KeptDraft draft = entities.find(KeptDraft.class, key);
        return draft != null && draft.isOf(author) && draft.isSent();
    }

    /** A draft hands on what somebody else wrote. */
    public void forwards(PersonId author, UUID key, UUID message) {
        of(author, key).forwards(message);
    }

    /** What a draft of this person hands on, if it does. */
    public Optional<UUID> forwardedIn(PersonId author, UUID key) {
        return Optional.ofNullable(entities.find(KeptDraft.class, key))
                .filter(draft -> draft.isOf(author))
                .flatMap(KeptDraft::forwarded);
    }

    /** Lets a draft be sent at its time, which is checked. */
    public void sendAt(PersonId author, UUID key, Instant time) {
        of(author, key).sendAt(time);
    }

    /**
     * A draft does not wait for its time any more.
     *
     * @return what stands in it
     * @throws Refusal if it has gone
     */
    DraftContent stop(Caller author, UUID key) {
        KeptDraft draft = entities.find(KeptDraft.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (draft == null || !draft.isOf(author.person())) {
            throw Refusal.notFound();
        }
        if (draft.isSent()) {
            throw new Refusal(
                    409,
                    "letter-is-gone",
                    Wording.of("undo.late.title"),
                    Wording.of(Wording.to(author.profile(), "undo.late.detail")));
        }
        draft.stop();
        return draft.content();
    }

    /** Drafts whose time has come. */
    public List<UUID> due(int most) {
        return entities.createNamedQuery("KeptDraft.due", UUID.class)
                .setParameter("now", now())
                .setMaxResults(most)
                .getResultList();
    }

    /** One of them, held until the end of the work; empty if its author was quicker. */
    public Optional<KeptDraft> holdDue(UUID key) {
        KeptDraft draft = entities.find(KeptDraft.class, key, LockModeType.PESSIMISTIC_WRITE);
        return Optional.ofNullable(draft).filter(found -> found.isDue(now()));
    }

    /** One that waits, which its author does not want to wait any longer; empty if it has gone. */
    public Optional<KeptDraft> holdWaiting(PersonId author, UUID key) {
        KeptDraft draft = entities.find(KeptDraft.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (draft == null || !draft.isOf(author)) {
            throw Refusal.notFound();
        }
        return Optional.of(draft).filter(found -> !found.isSent() && found.waits());
    }

    /** What can't be taken back any more needs no words here. */
    public void forgetWordsOfSent() {
        entities.createNamedQuery("KeptDraft.forgetWords")
                .setParameter(
                        1, LocalDateTime.ofInstant(now().minus(KeptDraft.WORDS), ZoneOffset.UTC))
                .executeUpdate();
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
        attachments.deleteWith(Holder.DRAFT, List.of(key));
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
            attachments.deleteWith(Holder.DRAFT, old);
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

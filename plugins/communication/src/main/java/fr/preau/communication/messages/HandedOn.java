package fr.preau.communication.messages;

import fr.preau.api.route.Refusal;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The letters and drafts that hand a message on: what they quote of it, its title and its files go
 * when the school withdraws it, and the letters are as they were sent once nothing of what they
 * quote is withdrawn any more. What their authors have written themselves stays, and nobody who
 * judges the message learns of them.
 */
public final class HandedOn {

    /** Deeper than anything is handed on. */
    private static final int NOT_IN_THE_TEXT = 100;

    private final EntityManager entities;
    private final Attachments attachments;

    public HandedOn(EntityManager entities, Attachments attachments) {
        this.entities = entities;
        this.attachments = attachments;
    }

    /**
     * Something that a letter quotes, itself or in what it quotes.
     *
     * @param depth how often it was handed on, once or more
     */
    private record Quoted(UUID message, int depth) {}

    /**
     * A message was withdrawn, or given back: its files lie where they belong already.
     *
     * @return the letters that have another title than before
     */
    public List<UUID> follow(UUID message) {
        entities.flush();
        List<UUID> renamed = new ArrayList<>();
        find(Letter.class, message).ifPresent(letter -> show(letter, renamed));
        followers(message, renamed);
        // A reply is handed on with the title of the letter that it answers.
        for (UUID reply : ids("Reply.handedOnOf", "letter", message)) {
            followers(reply, renamed);
        }
        entities.flush();
        return renamed;
    }

    /**
     * A message is about to be withdrawn itself. What is known of it as evidence may be of a time
     * when something in it was withdrawn; it comes back as it is now.
     */
    public void keep(UUID message) {
        find(Letter.class, message)
                .filter(letter -> !letter.isWithdrawn() && !letter.isOnlyAPlace())
                .filter(letter -> !letter.forwarded().equals(DraftContent.NEW_LETTER))
                .filter(letter -> find(WholeLetter.class, message).isEmpty())
                .ifPresent(letter -> entities.persist(new WholeLetter(letter)));
        entities.flush();
    }

    /** A letter goes: an open window may hold what was withdrawn meanwhile. */
    void lookAt(Letter letter) {
        entities.flush();
        show(letter, new ArrayList<>());
    }

    /** The letter that a reply answers; none for a letter, or once it is gone. */
    public List<UUID> letterOf(UUID reply) {
        return ids("Reply.letterOf", "reply", reply);
    }

    private List<UUID> ids(String query, String parameter, UUID of) {
        return entities.createNamedQuery(query, UUID.class)
                .setParameter(parameter, of)
                .getResultList();
    }

    private void followers(UUID message, List<UUID> renamed) {
        for (KeptDraft draft : ofMessage("KeptDraft.forwarding", KeptDraft.class, message)) {
            show(draft);
        }
        for (Letter copy : ofMessage("Letter.forwarding", Letter.class, message)) {
            show(copy, renamed);
            followers(copy.id(), renamed);
        }
    }

    /** Held, and as they are now: one that was sent a moment ago is among them. */
    private <T> List<T> ofMessage(String query, Class<T> type, UUID message) {
        return entities.createNamedQuery(query, type)
                .setParameter("message", message)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Shows of a letter what may be shown of it. */
    private void show(Letter copy, List<UUID> renamed) {
        List<Quoted> withdrawn = withdrawnIn(copy.forwarded());
        WholeLetter whole = find(WholeLetter.class, copy.id()).orElse(null);
        if (copy.isWithdrawn() || withdrawn.isEmpty() && whole == null) {
            return;
        }
        if (whole == null) {
            whole = new WholeLetter(copy);
            entities.persist(whole);
        }
        String before = copy.subject();
        String subject = whole.subject();
        String text = whole.text();
        attachments.goOver(Holder.HELD, copy.id(), Holder.LETTER, copy.id());
        entities.flush();
        for (Quoted each : withdrawn) {
            text = without(text, each);
            subject = subjectWithout(subject, each.message());
            attachments.holdBack(Holder.EVIDENCE, each.message(), copy.id());
        }
        copy.put(subject, text);
        if (withdrawn.isEmpty()) {
            entities.remove(whole);
        }
        if (!before.equals(subject)) {
            renamed.add(copy.id());
            rename(copy.id(), subject);
        }
    }

    private String without(String text, Quoted quoted) {
        String left = Quote.without(text, quoted.depth());
        if (quoted.depth() == NOT_IN_THE_TEXT) {
            return left;
        }
        for (String written : said("Evidence.texts", quoted.message())) {
            left = Quote.withoutLines(left, written, quoted.depth());
        }
        return left;
    }

    private List<String> said(String query, UUID message) {
        return entities.createNamedQuery(query, String.class)
                .setParameter("message", message)
                .getResultList();
    }

    /** A draft is its author's, who can begin it anew: nothing comes back into it. */
    private void show(KeptDraft draft) {
        for (Quoted each : withdrawnIn(draft.forwarded().orElse(DraftContent.NEW_LETTER))) {
            DraftContent content = draft.content();
            String text = without(content.text(), each);
            String subject = subjectWithout(content.subject(), each.message());
            boolean fewer =
                    attachments.deleteSame(
                            Holder.EVIDENCE, each.message(), Holder.DRAFT, draft.id());
            if (fewer || !text.equals(content.text()) || !subject.equals(content.subject())) {
                draft.put(subject, text);
            }
        }
    }

    /** What is withdrawn of a message and of what it hands on in its turn. */
    private List<Quoted> withdrawnIn(UUID first) {
        List<Quoted> withdrawn = new ArrayList<>();
        UUID message = first;
        for (int depth = 1; !message.equals(DraftContent.NEW_LETTER); depth++) {
            if (isWithdrawn(message)) {
                withdrawn.add(new Quoted(message, depth));
            }
            // A reply is handed on with the title of the letter that it answers.
            for (UUID letter : letterOf(message)) {
                if (isWithdrawn(letter)) {
                    withdrawn.add(new Quoted(letter, NOT_IN_THE_TEXT));
                }
            }
            message =
                    find(Letter.class, message)
                            .map(Letter::forwarded)
                            .orElse(DraftContent.NEW_LETTER);
        }
        return withdrawn;
    }

    /** The title of a withdrawn letter does not stand in those that hand it on either. */
    private String subjectWithout(String subject, UUID withdrawn) {
        boolean same =
                said("Evidence.subjects", withdrawn).stream()
                        .anyMatch(one -> subject.equals(Quote.subject(one)));
        return same ? Quote.subject(Wording.of("withdrawn.subject")) : subject;
    }

    /** Its readers have a letter, and what they are answering it, under this title from now on. */
    public void rename(UUID letter, String subject) {
        List<UUID> conversations =
                entities.createNamedQuery("Conversation.idsOfLetter", UUID.class)
                        .setParameter("letter", letter)
                        .getResultList();
        if (!conversations.isEmpty()) {
            entities.createNamedQuery("InboxEntry.rename")
                    .setParameter("subject", subject)
                    .setParameter("conversations", conversations)
                    .executeUpdate();
            entities.createNamedQuery("KeptDraft.renameReplies")
                    .setParameter("subject", subject)
                    .setParameter("conversations", conversations)
                    .executeUpdate();
        }
    }

    /**
     * These can't be given back any more: what quoted them is whole without them. Their evidence is
     * still there.
     */
    public void forget(List<UUID> messages) {
        attachments.deleteWith(Holder.HELD, messages);
        for (UUID message : messages) {
            find(WholeLetter.class, message).ifPresent(entities::remove);
            forget(message, message, 1);
            for (UUID reply : ids("Reply.handedOnOf", "letter", message)) {
                forget(message, reply, NOT_IN_THE_TEXT);
            }
        }
    }

    private void forget(UUID forgotten, UUID message, int depth) {
        Quoted quoted = new Quoted(forgotten, depth);
        for (UUID copy : ids("Letter.idsForwarding", "message", message)) {
            find(WholeLetter.class, copy)
                    .ifPresent(
                            whole ->
                                    whole.put(
                                            subjectWithout(whole.subject(), forgotten),
                                            without(whole.text(), quoted)));
            for (Holder holder : List.of(Holder.HELD, Holder.EVIDENCE)) {
                attachments.deleteSame(Holder.EVIDENCE, forgotten, holder, copy);
            }
            forget(forgotten, copy, Math.min(NOT_IN_THE_TEXT, depth + 1));
        }
    }

    /** Whether the school has withdrawn a letter or a reply. */
    boolean isWithdrawn(UUID message) {
        return find(Letter.class, message)
                .map(Letter::isWithdrawn)
                .or(() -> find(Reply.class, message).map(Reply::isWithdrawn))
                .orElseGet(() -> isWithdrawnAndGone(message));
    }

    /** Its people may have been erased meanwhile: what quotes it is there all the same. */
    private boolean isWithdrawnAndGone(UUID message) {
        return entities.createNamedQuery("Evidence.withdrawing", Long.class)
                        .setParameter("message", message)
                        .getSingleResult()
                > 0;
    }

    /**
     * As it is in the table now, and held: whoever has changed it meanwhile was waited for. What is
     * not there is not locked, or nobody could write beside it.
     */
    private <T> Optional<T> find(Class<T> type, UUID id) {
        @Nullable T found = entities.find(type, id);
        if (found != null) {
            entities.flush(); // what was changed here and is not written yet would be lost
            entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(found);
    }

    /**
     * Holds a message that is about to be handed on, so that it is withdrawn before or after.
     *
     * @throws Refusal if it is withdrawn
     */
    void hold(UUID message) {
        if (isWithdrawn(message)) {
            throw new Refusal(
                    409,
                    "letter-withdrawn",
                    Wording.of("forward.withdrawn.title"),
                    Wording.of("forward.withdrawn.detail"));
        }
    }
}

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The letters and drafts that hand a message on: what they quote of it goes when the school
 * withdraws it, with its files, and comes back with it. What their authors have written themselves
 * stays, and nobody who judges the message learns of them.
 */
public final class HandedOn {

    private final EntityManager entities;
    private final Attachments attachments;

    public HandedOn(EntityManager entities, Attachments attachments) {
        this.entities = entities;
        this.attachments = attachments;
    }

    /**
     * A message is withdrawn, and its files lie with the evidence.
     *
     * @param subject that it had
     * @return the letters that had the same one, which have another now
     */
    public List<UUID> withdraw(UUID message, String subject) {
        List<UUID> renamed = new ArrayList<>();
        withdraw(message, message, Quote.subject(subject), 1, renamed);
        return renamed;
    }

    private void withdraw(
            UUID original, UUID message, String subject, int depth, List<UUID> renamed) {
        for (Letter copy : letters(message)) {
            copy.put(copy.subject(), Quote.without(copy.text(), depth));
            rename(copy, subject, Quote.subject(Wording.of("withdrawn.subject")), renamed);
            attachments.deleteSame(Holder.EVIDENCE, original, Holder.LETTER, copy.id());
            withdraw(original, copy.id(), subject, depth + 1, renamed);
        }
        for (KeptDraft draft : drafts(message)) {
            draft.put(
                    draft.content().subject().equals(subject)
                            ? Quote.subject(Wording.of("withdrawn.subject"))
                            : draft.content().subject(),
                    Quote.without(draft.content().text(), depth));
            attachments.deleteSame(Holder.EVIDENCE, original, Holder.DRAFT, draft.id());
        }
    }

    private void rename(Letter copy, String from, String to, List<UUID> renamed) {
        if (!copy.subject().equals(from)) {
            return;
        }
        copy.put(to, copy.text());
        renamed.add(copy.id());
        List<UUID> conversations =
                entities.createNamedQuery("Conversation.idsOfLetter", UUID.class)
                        .setParameter("letter", copy.id())
                        .getResultList();
        if (!conversations.isEmpty()) {
            entities.createNamedQuery("InboxEntry.rename")
                    .setParameter("subject", to)
                    .setParameter("conversations", conversations)
                    .executeUpdate();
        }
    }

    /**
     * A message has its words and its files again.
     *
     * @param holder what it is, a letter or a reply
     */
    public void giveBack(Holder holder, UUID message, String subject, String text) {
        giveBack(holder, message, message, Quote.subject(subject), text, 1);
    }

    private void giveBack(
            Holder holder, UUID original, UUID message, String subject, String text, int depth) {
        for (Letter copy : letters(message)) {
            if (Quote.lacks(copy.text(), depth)) {
                copy.put(copy.subject(), Quote.with(copy.text(), depth, text));
                rename(
                        copy,
                        Quote.subject(Wording.of("withdrawn.subject")),
                        subject,
                        new ArrayList<>());
                attachments.copyAll(holder, original, Holder.LETTER, copy.id());
            }
            giveBack(holder, original, copy.id(), subject, text, depth + 1);
        }
        for (KeptDraft draft : drafts(message)) {
            DraftContent content = draft.content();
            draft.put(content.subject(), Quote.with(content.text(), depth, text));
        }
    }

    /** Held, and as they are now: one that was sent a moment ago is among them. */
    private List<Letter> letters(UUID message) {
        return entities.createNamedQuery("Letter.forwarding", Letter.class)
                .setParameter("message", message)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private List<KeptDraft> drafts(UUID message) {
        return entities.createNamedQuery("KeptDraft.forwarding", KeptDraft.class)
                .setParameter("message", message)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A letter has its words again, but none that are withdrawn elsewhere. */
    public void hideAgain(UUID letterId) {
        Letter letter = entities.find(Letter.class, letterId, LockModeType.PESSIMISTIC_WRITE);
        if (letter == null) {
            return;
        }
        String text = letter.text();
        UUID message = letter.forwarded();
        for (int depth = 1; !message.equals(DraftContent.NEW_LETTER); depth++) {
            if (isWithdrawn(message)) {
                text = Quote.without(text, depth);
            }
            Letter before = entities.find(Letter.class, message);
            message = before == null ? DraftContent.NEW_LETTER : before.forwarded();
        }
        letter.put(letter.subject(), text);
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

    private boolean isWithdrawn(UUID message) {
        String instead = Wording.of("withdrawn.text");
        Letter letter = held(Letter.class, message);
        Reply reply = letter == null ? held(Reply.class, message) : null;
        return letter != null
                ? letter.text().equals(instead)
                : reply != null && reply.text().equals(instead);
    }

    private <T> @Nullable T held(Class<T> type, UUID id) {
        return entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
    }
}

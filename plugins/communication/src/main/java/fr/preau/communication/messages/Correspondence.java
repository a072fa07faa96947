package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.FormFiles;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.safety.WritingGuard;
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

/**
 * What people do with messages: send a letter, reply, mark as read. Each runs in the one
 * transaction that the host opened for the request.
 */
final class Correspondence {

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final EntityManager entities;
    private final Directory directory;
    private final Drafts drafts;
    private final HandedOn handedOn;
    private final Attachments attachments;
    private final WritingGuard guard;
    private final NewIds ids;
    private final Tidings tidings;
    private final Clock clock;

    Correspondence(
            EntityManager entities,
            Directory directory,
            Drafts drafts,
            Attachments attachments,
            WritingGuard guard,
            NewIds ids,
            Tidings tidings,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.drafts = drafts;
        this.handedOn = new HandedOn(entities, attachments);
        this.attachments = attachments;
        this.guard = guard;
        this.ids = ids;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * Sends a letter, once for each form.
     *
     * @param addressees to whom the author may write, checked by the writing rules
     * @param form the hidden key of the form
     * @param files what goes with it
     * @param answers whether the recipients may answer even if they are many
     * @param undo how long its author may take it back; nobody else sees it until then
     * @throws Refusal if the author can't write now
     */
    SentLetter send(
            Caller writer,
            List<Addressee> addressees,
            Subject subject,
            MessageText text,
            UUID form,
            FormFiles files,
            boolean answers,
            Duration undo) {
        guard.admit(writer);
        PersonId author = writer.person();
        Instant now = now();
        Letter letter =
                Letter.write(
                        ids.next(), author, subject, text, addressees, answers, now.plus(undo));
        List<Conversation> conversations = letter.openConversations(addressees, ids);
        String location = letter.seenByItsAuthor(conversations.get(0).id());
        String codes = addressees.stream().map(a -> a.audience().code()).sorted().toList() + "";
        List<String> held = List.of(codes, subject.value(), text.value(), files.fingerprint());
        String first = claim(PostedForm.fingerprint(author, form, held), location, now);
        if (!first.equals(location)) {
            return new SentLetter(first, null);
        }
        drafts.forwardedIn(author, form)
                .ifPresent(
                        message -> {
                            handedOn.hold(message);
                            letter.forwards(message);
                        });
        deliver(letter, conversations);
        attachments.send(author, form, files, Holder.LETTER, letter.id());
        if (!letter.forwarded().equals(DraftContent.NEW_LETTER)) {
            handedOn.lookAt(letter);
        }
        if (undo.isZero()) {
            tell(letter, conversations); // under the title that it has by now
        }
        return new SentLetter(location, letter.id());
    }

    /**
     * Replies to the other of the two, once for each form.
     *
     * @param mayGoOn whether the caller may write to the other today
     * @throws Refusal if the other has left the collège and would not receive it, or the caller
     *     can't write now
     */
    void reply(
            UUID conversationId,
            Caller caller,
            MessageText text,
            UUID form,
            FormFiles files,
            int seen,
            MayGoOn mayGoOn) {
        guard.admit(caller);
        PersonId writer = caller.person();
        Instant now = now();
        List<String> held = List.of(conversationId.toString(), text.value(), files.fingerprint());
        Conversation conversation = locked(conversationId, writer);
        UUID id = ids.next();
        String mine = "/messages/" + conversationId + "#" + id;
        boolean first = claim(PostedForm.fingerprint(writer, form, held), mine, now).equals(mine);
        if (!first) {
            return;
        }
        obstacle(conversation, caller, mayGoOn)
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        PersonId reader = conversation.correspondentOf(writer);
        markRead(conversation, writer, seen).ifPresent(own -> own.answer(now));
        InboxEntry entry;
        if (conversation.liesInInboxOf(reader)) {
            entry = entryOf(conversation, reader);
            if (entry.isOnItsWay(now)) {
                throw notYetThere(caller.profile());
            }
            entry.receive(now);
        } else {
            conversation.comesBackTo(reader);
            entry = openEntry(conversation, reader, now);
        }
        entities.persist(conversation.reply(id, writer, text, now));
        attachments.send(writer, form, files, Holder.REPLY, id);
        tidings.reply(reader, conversation, id, entry.subject());
    }

    /**
     * Why somebody can't reply in a conversation now; empty where they may. Nothing is changed.
     *
     * @param mayGoOn whether the caller may write to the other today
     */
    Optional<Refusal> obstacle(UUID conversationId, Caller caller, MayGoOn mayGoOn) {
        Conversation conversation = entities.find(Conversation.class, conversationId);
        return conversation == null || !conversation.isBetween(caller.person())
                ? Optional.of(Refusal.notFound())
                : obstacle(conversation, caller, mayGoOn);
    }

    private Optional<Refusal> obstacle(Conversation conversation, Caller caller, MayGoOn mayGoOn) {
        PersonId reader = conversation.correspondentOf(caller.person());
        Person other = directory.persons(List.of(reader)).get(reader);
        if (other == null) {
            return Optional.of(hasLeft(caller.profile()));
        }
        if (!mayGoOn.with(other, conversation.hasWords(reader))) {
            return Optional.of(keptApart(caller.profile()));
        }
        return isAnswerable(conversation, caller)
                ? Optional.empty()
                : Optional.of(withoutAnswers(caller.profile()));
    }

    /**
     * Marks a conversation as read.
     *
     * @param seen how many had come in when its reader saw it
     */
    void markRead(UUID conversationId, PersonId reader, int seen) {
        markRead(locked(conversationId, reader), reader, seen);
    }

    /**
     * @return the reader's entry; empty where nothing has come in
     */
    private Optional<InboxEntry> markRead(Conversation conversation, PersonId reader, int seen) {
        if (!conversation.liesInInboxOf(reader)) {
            return Optional.empty();
        }
        InboxEntry entry = entryOf(conversation, reader);
        if (entry.isOnItsWay(now())) {
            throw Refusal.notFound();
        }
        entry.readUpTo(seen, now());
        if (!entry.isUnread()) {
            tidings.read(reader, conversation);
        }
        return Optional.of(entry);
    }

    /**
     * Conversations point to their letter, and entries to their conversation, by identity only: JPA
     * can't know the order in which to write them, so each kind is flushed before the next.
     */
    private void deliver(Letter letter, List<Conversation> conversations) {
        entities.persist(letter);
        entities.flush();
        conversations.forEach(entities::persist);
        entities.flush();
        for (Conversation conversation : conversations) {
            PersonId recipient = conversation.recipient();
            entities.persist(
                    new InboxEntry(
                            ids.next(),
                            recipient,
                            conversation,
                            letter.subject(),
                            letter.sentAt()));
        }
        entities.flush();
    }

    /**
     * Tells of letters that are on their way no more, for until then there is nothing to be told.
     *
     * @return whether there may be more
     */
    boolean tellOfArrived(int most) {
        List<Letter> arrived =
                entities.createNamedQuery("Letter.arrived", Letter.class)
                        .setParameter("now", now())
                        .setMaxResults(most)
                        .getResultList();
        for (Letter letter : arrived) {
            List<Conversation> conversations =
                    entities.createNamedQuery("Conversation.all", Conversation.class)
                            .setParameter("letter", letter.id())
                            .getResultList();
            tell(letter, conversations);
        }
        return arrived.size() == most;
    }

    private void tell(Letter letter, List<Conversation> conversations) {
        for (Conversation conversation : conversations) {
            tidings.letter(conversation.recipient(), conversation, letter.subject());
        }
        letter.isTold();
    }

    private InboxEntry openEntry(Conversation conversation, PersonId reader, Instant now) {
        Letter letter = entities.find(Letter.class, conversation.letterId());
        InboxEntry entry = new InboxEntry(ids.next(), reader, conversation, letter.subject(), now);
        entities.persist(entry);
        return entry;
    }

    private Conversation locked(UUID conversationId, PersonId person) {
        Conversation conversation =
                entities.find(Conversation.class, conversationId, LockModeType.PESSIMISTIC_WRITE);
        if (conversation == null || !conversation.isBetween(person)) {
            throw Refusal.notFound();
        }
        return conversation;
    }

    /**
     * An entry that is known to be there. Looking with a lock for one that is not would lock the
     * gap where it belongs, and two guardians who answer the same letter at once would block each
     * other.
     */
    private InboxEntry entryOf(Conversation conversation, PersonId owner) {
        return entities.createNamedQuery("InboxEntry.ofConversation", InboxEntry.class)
                .setParameter("conversation", conversation.id())
                .setParameter("owner", owner.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    /**
     * @return the location of the first who posted this form: the given one, or that of another
     */
    private String claim(String fingerprint, String location, Instant now) {
        entities.createNamedQuery("PostedForm.claim")
                .setParameter(1, fingerprint)
                .setParameter(2, location)
                .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        // Read with a lock: a plain read could still see the table as it was before the first one.
        String first =
                entities.find(PostedForm.class, fingerprint, LockModeType.PESSIMISTIC_WRITE)
                        .location();
        if (first.equals(location)) {
            forgetOldForms(now);
        }
        return first;
    }

    /**
     * Forms that nobody will post again any more. They are looked up without a lock and deleted by
     * their key: a range that is locked would make everybody at the collège wait for each other.
     */
    private void forgetOldForms(Instant now) {
        List<String> old =
                entities.createNamedQuery("PostedForm.old", String.class)
                        .setParameter("before", now.minus(PostedForm.KEPT))
                        .setMaxResults(FORGOTTEN_AT_ONCE)
                        .getResultList();
        if (!old.isEmpty()) {
            entities.createNamedQuery("PostedForm.forget")
                    .setParameter("fingerprints", old.stream().sorted().toList())
                    .executeUpdate();
        }
    }

    private static Refusal keptApart(Profile writer) {
        return new Refusal(
                403,
                "answer-not-allowed",
                Wording.of("refusal.apart.title"),
                Wording.of(Wording.to(writer, "refusal.apart.detail")));
    }

    /** Its author may always go on. */
    private boolean isAnswerable(Conversation conversation, Caller writer) {
        return !conversation.recipient().equals(writer.person())
                || entities.find(Letter.class, conversation.letterId()).mayBeAnswered();
    }

    private static Refusal withoutAnswers(Profile writer) {
        return new Refusal(
                403,
                "letter-without-answers",
                Wording.of("noreply.title"),
                Wording.of(Wording.to(writer, "noreply.detail")));
    }

    private static Refusal notYetThere(Profile writer) {
        return new Refusal(
                409,
                "letter-on-its-way",
                Wording.of("sending.title"),
                Wording.of(Wording.to(writer, "sending.reply")));
    }

    private static Refusal hasLeft(Profile writer) {
        return new Refusal(
                409,
                "correspondent-has-left",
                Wording.of("conversation.left.title"),
                Wording.of(Wording.to(writer, "refusal.left.detail")));
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

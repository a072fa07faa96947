package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.messages.ConversationPage.Message;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What people see of their messages. The card is one statement, an inbox two with its names; a
 * letter is three and a conversation four.
 */
final class Mailbox {

    private static final int LINES = 20;
    private static final int REPLIES = 50;
    private static final int ON_THE_CARD = 3;

    private final EntityManager entities;
    private final Directory directory;
    private final Drafts drafts;
    private final WritingGuard guard;
    private final NewIds ids;

    Mailbox(
            EntityManager entities,
            Directory directory,
            Drafts drafts,
            WritingGuard guard,
            NewIds ids) {
        this.entities = entities;
        this.directory = directory;
        this.drafts = drafts;
        this.guard = guard;
        this.ids = ids;
    }

    InboxPage inbox(Caller owner, ListInput input) {
        PageOf<InboxRow> rows =
                page(
                        entities.createNamedQuery("InboxEntry.newest", InboxRow.class)
                                .setParameter("owner", owner.person().value())
                                .setParameter("subject", SubjectSearch.containing(input.words())),
                        input.pageNumber(),
                        LINES);
        Names names = Names.of(rows.items().stream().map(InboxRow::correspondent), directory);
        List<InboxPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new InboxPage.Line(
                                                row.conversation(),
                                                names.of(row.correspondent()),
                                                row.subject(),
                                                row.receivedAt(),
                                                row.unread()))
                        .toList();
        return new InboxPage(
                new PageOf<>(lines, rows.number(), rows.more()),
                input.words(),
                WritingRules.addressToWrite(owner.profile()));
    }

    SentPage sent(Caller author, ListInput input) {
        PageOf<SentRow> rows =
                page(
                        entities.createNamedQuery("Letter.sentBy", SentRow.class)
                                .setParameter("author", author.person().value())
                                .setParameter("subject", SubjectSearch.containing(input.words())),
                        input.pageNumber(),
                        LINES);
        Names names = Names.of(rows.items().stream().map(SentRow::soleRecipient), directory);
        List<SentPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new SentPage.Line(
                                                row.letter(),
                                                row.subject(),
                                                AddressedGroup.ofStored(row.addressedTo()),
                                                row.recipients(),
                                                names.of(row.soleRecipient()),
                                                row.sentAt()))
                        .toList();
        return new SentPage(
                new PageOf<>(lines, rows.number(), rows.more()),
                input.words(),
                WritingRules.addressToWrite(author.profile()));
    }

    LetterPage letter(PersonId author, UUID id, int page) {
        Letter letter =
                entities.createNamedQuery("Letter.byAuthor", Letter.class)
                        .setParameter("letter", id)
                        .setParameter("author", author.value())
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        PageOf<RecipientRow> rows =
                page(
                        entities.createNamedQuery("Conversation.ofLetter", RecipientRow.class)
                                .setParameter("letter", id),
                        page,
                        REPLIES);
        Names names = Names.of(rows.items().stream().map(RecipientRow::recipient), directory);
        List<LetterPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new LetterPage.Line(
                                                row.conversation(),
                                                names.of(row.recipient()),
                                                row.answeredAt()))
                        .toList();
        return new LetterPage(
                id,
                letter.subject(),
                letter.text(),
                letter.sentAt(),
                letter.addressedTo(),
                letter.recipientCount(),
                new PageOf<>(lines, rows.number(), rows.more()));
    }

    ConversationPage conversation(Caller caller, UUID id, int page) {
        PersonId reader = caller.person();
        ConversationRow row =
                entities.createNamedQuery("Conversation.seenBy", ConversationRow.class)
                        .setParameter("conversation", id)
                        .setParameter("person", reader.value())
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        PageOf<ReplyRow> replies =
                page(
                        entities.createNamedQuery("Reply.newest", ReplyRow.class)
                                .setParameter("conversation", id),
                        page,
                        REPLIES);
        Names names = Names.of(Stream.of(row.author(), row.recipient()), directory);
        List<Message> messages = new ArrayList<>();
        for (ReplyRow reply : replies.items()) {
            messages.add(
                    new Message(
                            names.of(reply.author()),
                            reply.author().equals(reader.value()),
                            reply.sentAt(),
                            reply.text()));
        }
        Collections.reverse(messages);
        Optional<KeptDraft> draft = drafts.ofReply(reader, id);
        DraftState fresh = DraftState.unsaved(ids.next());
        return new ConversationPage(
                id,
                caller.profile(),
                WritingRules.addressToWrite(caller.profile()),
                row.subject(),
                names.of(row.correspondentOf(reader.value())),
                AddressedGroup.ofStored(row.addressedTo()),
                row.recipients(),
                new Message(
                        names.of(row.author()),
                        row.author().equals(reader.value()),
                        row.sentAt(),
                        row.text()),
                new PageOf<>(messages, replies.number(), replies.more()),
                row.received() == null ? 0 : row.received(),
                row.unread() != null && row.unread(),
                draft.map(KeptDraft::id).orElse(fresh.key()),
                draft.map(KeptDraft::state).orElse(fresh),
                draft.map(kept -> kept.content().text()).orElse(""),
                guard.problems(caller));
    }

    UnreadCard unread(PersonId owner) {
        List<UnreadRow> rows =
                entities.createNamedQuery("InboxEntry.unread", UnreadRow.class)
                        .setParameter("owner", owner.value())
                        .setMaxResults(ON_THE_CARD)
                        .getResultList();
        return new UnreadCard(
                rows.isEmpty() ? 0 : rows.get(0).unread(),
                rows.stream()
                        .map(
                                row ->
                                        new UnreadCard.Line(
                                                row.conversation(),
                                                row.subject(),
                                                row.receivedAt()))
                        .toList());
    }

    private static <T> PageOf<T> page(TypedQuery<T> query, int number, int size) {
        List<T> oneMore =
                query.setFirstResult((number - 1) * size).setMaxResults(size + 1).getResultList();
        return PageOf.from(oneMore, number, size);
    }
}

package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.PersonId;
import fr.preau.api.search.Finding;
import fr.preau.api.search.FoundElsewhere;
import fr.preau.communication.attachments.AttachedFile;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.folders.Folder;
import fr.preau.communication.folders.Folders;
import fr.preau.communication.messages.ConversationPage.Message;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people see of their messages. The card is one statement, an inbox three with its names; a
 * conversation five and one more where a reply was begun.
 */
final class Mailbox {

    static final int LINES = 20;
    static final int REPLIES = 50;
    static final int ON_THE_CARD = 3;

    private final EntityManager entities;
    private final Directory directory;
    private final SentMail sentMail;
    private final Folders folders;
    private final Drafts drafts;
    private final WritingGuard guard;
    private final Attachments attachments;
    private final NewIds ids;
    private final Clock clock;

    Mailbox(
            EntityManager entities,
            Directory directory,
            SentMail sentMail,
            Folders folders,
            Drafts drafts,
            WritingGuard guard,
            Attachments attachments,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.sentMail = sentMail;
        this.folders = folders;
        this.drafts = drafts;
        this.guard = guard;
        this.attachments = attachments;
        this.ids = ids;
        this.clock = clock;
    }

    InboxPage inbox(Caller owner, BoxInput input) {
        PageOf<InboxRow> rows = received(owner.person(), input);
        List<Folder> own = folders.of(owner.person());
        List<InboxRow> lines = rows.items();
        return new InboxPage(
                new PageOf<>(inboxLines(lines), 1, rows.more()),
                input.words(),
                WritingRules.addressToWrite(owner.profile()),
                Box.of(input, own),
                input.older() != null,
                rows.more() ? lines.get(lines.size() - 1).cursor().toString() : null,
                InboxPage.FolderLine.of(own));
    }

    private PageOf<InboxRow> received(PersonId owner, BoxInput input) {
        return input.words().isEmpty()
                ? received(
                        owner,
                        entities.createNamedQuery("InboxEntry.inPlace", InboxRow.class)
                                .setParameter("place", input.place())
                                .setParameter("folder", input.folderOrNone()),
                        input.older())
                : found(owner, Sought.of(input.words(), directory), input.older());
    }

    private PageOf<InboxRow> found(PersonId owner, Sought sought, @Nullable String older) {
        return received(
                owner,
                sought.in(entities.createNamedQuery("InboxEntry.found", InboxRow.class)),
                older);
    }

    private PageOf<InboxRow> received(
            PersonId owner, TypedQuery<InboxRow> query, @Nullable String older) {
        Cursor from = Cursor.of(older, clock.instant());
        return page(
                query.setParameter("owner", owner.value())
                        .setParameter("at", from.at())
                        .setParameter("id", from.id()),
                1,
                LINES);
    }

    private List<InboxPage.Line> inboxLines(List<InboxRow> rows) {
        Names names = Names.of(rows.stream().map(InboxRow::correspondent), directory);
        return rows.stream()
                .map(
                        row ->
                                new InboxPage.Line(
                                        row.conversation(),
                                        names.of(row.correspondent()),
                                        row.subject(),
                                        row.receivedAt(),
                                        row.unread()))
                .toList();
    }

    /** All of one's mail in which something stands: the newest received and the newest sent. */
    SearchPage search(Request request, String words) {
        Caller caller = request.caller();
        String write = WritingRules.addressToWrite(caller.profile());
        if (words.isEmpty()) {
            return new SearchPage(
                    "", write, List.of(), false, List.of(), false, FoundElsewhere.NOTHING);
        }
        Sought sought = Sought.of(words, directory);
        PageOf<InboxRow> received = found(caller.person(), sought, null);
        PageOf<SentPage.Line> sent = sentMail.found(caller.person(), sought, 1);
        return new SearchPage(
                words,
                write,
                inboxLines(received.items()),
                received.more(),
                sent.items(),
                sent.more(),
                request.findElsewhere(words));
    }

    /** What somebody finds here while they look from another of their collèges. */
    List<Finding> find(PersonId person, String words) {
        Sought sought = Sought.of(words, directory);
        Stream<Finding> received =
                inboxLines(found(person, sought, null).items()).stream()
                        .map(
                                line ->
                                        new Finding(
                                                line.subject(),
                                                Objects.requireNonNullElse(
                                                        line.correspondent(),
                                                        Wording.of("person.left")),
                                                line.receivedAt(),
                                                "/messages/" + line.conversation()));
        Stream<Finding> sent =
                sentMail.found(person, sought, 1).items().stream()
                        .map(
                                line ->
                                        new Finding(
                                                line.subject(),
                                                Wording.of("search.sent"),
                                                line.sentAt(),
                                                "/sent/" + line.letter()));
        return Stream.concat(received, sent)
                .sorted(Comparator.comparing(Finding::at).reversed())
                .limit(LINES)
                .toList();
    }

    ConversationPage conversation(Caller caller, UUID id, int page) {
        PersonId reader = caller.person();
        ConversationRow row =
                entities.createNamedQuery("Conversation.seenBy", ConversationRow.class)
                        .setParameter("conversation", id)
                        .setParameter("person", reader.value())
                        .setParameter("now", clock.instant())
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
        Map<UUID, List<AttachedFile>> files =
                attachments.shownWith(
                        Stream.concat(
                                        Stream.of(row.letter()),
                                        replies.items().stream().map(ReplyRow::id))
                                .toList());
        List<Message> messages = new ArrayList<>();
        for (ReplyRow reply : replies.items()) {
            messages.add(
                    new Message(
                            reply.id(),
                            names.of(reply.author()),
                            reply.author().equals(reader.value()),
                            isJudged(reply.author(), reader),
                            reply.sentAt(),
                            reply.text(),
                            files.getOrDefault(reply.id(), List.of())));
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
                        row.letter(),
                        names.of(row.author()),
                        row.author().equals(reader.value()),
                        isJudged(row.author(), reader),
                        row.sentAt(),
                        row.text(),
                        files.getOrDefault(row.letter(), List.of())),
                new PageOf<>(messages, replies.number(), replies.more()),
                row.sentAt().isAfter(clock.instant()) ? row.letter() : null,
                Judges.isOne(caller),
                row.answers() || row.author().equals(reader.value()),
                row.received() == null ? 0 : row.received(),
                row.unread() != null && row.unread(),
                draft.map(KeptDraft::id).orElse(fresh.key()),
                draft.map(KeptDraft::state).orElse(fresh),
                draft.map(this::goesSoon).orElse(false),
                draft.map(kept -> drafts.filesOf(kept.state())).orElse(List.of()),
                draft.map(kept -> kept.content().text()).orElse(""),
                SendTime.of(null, null),
                guard.problems(caller));
    }

    /** As soon as what can be undone goes, and not at a time that somebody chose. */
    private boolean goesSoon(KeptDraft draft) {
        Instant goes = draft.state().sendAt();
        return goes != null && goes.isBefore(clock.instant().plus(Letter.CAN_BE_UNDONE));
    }

    UnreadCard unread(PersonId owner) {
        List<UnreadRow> rows =
                entities.createNamedQuery("InboxEntry.unread", UnreadRow.class)
                        .setParameter("owner", owner.value())
                        .setParameter("now", clock.instant())
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

    static <T> PageOf<T> page(TypedQuery<T> query, int number, int size) {
        List<T> oneMore =
                query.setFirstResult((number - 1) * size).setMaxResults(size + 1).getResultList();
        return PageOf.from(oneMore, number, size);
    }

    private static boolean isJudged(UUID author, PersonId reader) {
        return !author.equals(reader.value()) && !DepartementLetters.isAuthor(author);
    }
}

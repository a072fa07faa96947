package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.folders.Folder;
import fr.preau.communication.folders.Folders;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.Judges;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What people see of the letters they have sent; one letter is four statements. */
final class SentMail {

    private final EntityManager entities;
    private final Directory directory;
    private final Folders folders;
    private final Attachments attachments;
    private final Clock clock;

    SentMail(
            EntityManager entities,
            Directory directory,
            Folders folders,
            Attachments attachments,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.folders = folders;
        this.attachments = attachments;
        this.clock = clock;
    }

    SentPage page(Caller author, ListInput input) {
        List<Folder> own = folders.of(author.person());
        SentBox box = SentBox.of(input, own);
        PageOf<SentPage.Line> lines =
                input.words().isEmpty()
                        ? in(author.person(), box, input)
                        : found(
                                author.person(),
                                Sought.of(input.words(), directory),
                                input.pageNumber());
        return new SentPage(
                lines,
                input.words(),
                WritingRules.addressToWrite(author.profile()),
                box,
                InboxPage.FolderLine.of(own));
    }

    private PageOf<SentPage.Line> in(PersonId author, SentBox box, ListInput input) {
        return lines(
                entities.createNamedQuery("Letter.inPlace", SentRow.class)
                        .setParameter("place", box.place())
                        .setParameter("folder", new BoxInput(null, box.in(), null).folderOrNone()),
                author,
                input.pageNumber());
    }

    /** Those in which something stands, wherever they lie but in the bin. */
    PageOf<SentPage.Line> found(PersonId author, Sought sought, int number) {
        return lines(
                sought.in(entities.createNamedQuery("Letter.sentBy", SentRow.class)),
                author,
                number);
    }

    private PageOf<SentPage.Line> lines(TypedQuery<SentRow> query, PersonId author, int number) {
        PageOf<SentRow> rows =
                Mailbox.page(query.setParameter("author", author.value()), number, Mailbox.LINES);
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
        return new PageOf<>(lines, rows.number(), rows.more());
    }

    LetterPage letter(Caller caller, UUID id, int page) {
        PersonId author = caller.person();
        Letter letter =
                entities.createNamedQuery("Letter.byAuthor", Letter.class)
                        .setParameter("letter", id)
                        .setParameter("author", author.value())
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        PageOf<RecipientRow> rows =
                Mailbox.page(
                        entities.createNamedQuery("Conversation.ofLetter", RecipientRow.class)
                                .setParameter("letter", id),
                        page,
                        Mailbox.REPLIES);
        Names names = Names.of(rows.items().stream().map(RecipientRow::recipient), directory);
        List<LetterPage.Line> lines =
                rows.items().stream()
                        .map(
                                row ->
                                        new LetterPage.Line(
                                                row.conversation(),
                                                names.of(row.recipient()),
                                                row.answeredAt(),
                                                row.gone()))
                        .toList();
        return new LetterPage(
                id,
                letter.subject(),
                letter.text(),
                attachments.with(Holder.LETTER, id),
                letter.sentAt(),
                letter.isOnItsWay(clock.instant()),
                recall(letter, caller),
                letter.place(),
                letter.mayBeAnswered(),
                letter.addressedTo(),
                letter.recipientCount(),
                new PageOf<>(lines, rows.number(), rows.more()));
    }

    private LetterPage.Recall recall(Letter letter, Caller author) {
        if (letter.isWithdrawn()) {
            return LetterPage.Recall.WITHDRAWN;
        }
        if (letter.isOnItsWay(clock.instant())) {
            return LetterPage.Recall.NONE;
        }
        return Judges.isOne(author) ? LetterPage.Recall.WITHDRAW : LetterPage.Recall.ASK;
    }
}

package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Begins a letter with a message that somebody received: its words quoted below the own ones, its
 * files with it. From then on it is a letter like any other, and goes to whom the writing rules
 * allow.
 *
 * <p>What the school has withdrawn goes to nobody by this road either, also where the letter had
 * been begun before. What its author has taken back is not there any more. A letter that wants no
 * answer was for those it went to: only the staff hands it on, and its author.
 */
final class Forwarding {

    private final EntityManager entities;
    private final Directory directory;
    private final Drafts drafts;
    private final Attachments attachments;
    private final HandedOn handedOn;
    private final NewIds ids;
    private final Clock clock;

    Forwarding(
            EntityManager entities,
            Directory directory,
            Drafts drafts,
            Attachments attachments,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.drafts = drafts;
        this.attachments = attachments;
        this.handedOn = new HandedOn(entities, attachments);
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether somebody may hand on what stands in a conversation. */
    static boolean mayForward(Profile reader, boolean answers) {
        return answers || reader == Profile.STAFF;
    }

    /**
     * @return the key of the draft that holds it
     */
    UUID begin(Caller caller, ForwardInput input) {
        UUID message = input.message();
        if (message == null) {
            throw Refusal.notFound(); // a form that names none
        }
        ConversationRow row = seenBy(caller.person(), input.conversation());
        boolean own = row.author().equals(caller.person().value());
        if (!own && !mayForward(caller.profile(), row.answers())) {
            throw refused(403, "letter-not-to-forward", "forward.noreply");
        }
        if (handedOn.isWithdrawn(message)) {
            throw refused(409, "letter-withdrawn", "forward.withdrawn");
        }
        Quote quote = quote(row, message);
        UUID draft = ids.next();
        DraftContent content =
                DraftContent.ofLetter(
                        List.of(), Quote.subject(row.subject()), quote.below(), false);
        DraftState kept = drafts.save(caller.person(), draft, 0, content);
        drafts.forwards(caller.person(), kept.key(), message);
        Holder holder = message.equals(row.letter()) ? Holder.LETTER : Holder.REPLY;
        attachments.copyTo(caller.person(), holder, message, draft);
        return draft;
    }

    /** What is wrong with a letter that hands on what was withdrawn meanwhile. */
    Violations problems(PersonId author, UUID draft) {
        boolean withdrawn =
                drafts.forwardedIn(author, draft).filter(handedOn::isWithdrawn).isPresent();
        return withdrawn
                ? Violations.of("text", Wording.of("forward.withdrawn.detail"))
                : Violations.none();
    }

    private ConversationRow seenBy(PersonId reader, UUID conversation) {
        return entities.createNamedQuery("Conversation.seenBy", ConversationRow.class)
                .setParameter("conversation", conversation)
                .setParameter("person", reader.value())
                .setParameter("now", clock.instant())
                .getResultStream()
                .filter(row -> !row.sentAt().isAfter(clock.instant()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Quote quote(ConversationRow row, UUID message) {
        if (message.equals(row.letter())) {
            return new Quote(name(row.author()), row.sentAt(), row.text());
        }
        ReplyRow reply =
                entities.createNamedQuery("Reply.inConversation", ReplyRow.class)
                        .setParameter("conversation", row.conversation())
                        .setParameter("reply", message)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return new Quote(name(reply.author()), reply.sentAt(), reply.text());
    }

    private @Nullable String name(UUID author) {
        return Names.of(Stream.of(author), directory).of(author);
    }

    private static Refusal refused(int status, String type, String key) {
        return new Refusal(status, type, Wording.of(key + ".title"), Wording.of(key + ".detail"));
    }
}

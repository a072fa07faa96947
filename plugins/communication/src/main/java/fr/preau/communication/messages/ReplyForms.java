package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Violations;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of a reply at all addresses where one comes in: kept as a draft, and shown again. */
final class ReplyForms {

    private final Mailbox mailbox;
    private final Drafts drafts;
    private final NewIds ids;

    ReplyForms(Mailbox mailbox, Drafts drafts, NewIds ids) {
        this.mailbox = mailbox;
        this.drafts = drafts;
        this.ids = ids;
    }

    /** What is wrong with what was typed. */
    Violations problems(Request request, ReplyInput input) {
        FormProblems problems = new FormProblems(request.caller().profile());
        return problems.ofText(input.text()).and(problems.ofFiles(input.formFiles()));
    }

    ConversationPage page(Request request, @Nullable UUID conversation) {
        if (conversation == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        return mailbox.conversation(request.caller(), conversation, 1);
    }

    /** The page once more with what was typed, which is kept. */
    ConversationPage again(Request request, ReplyInput input, Violations violations) {
        ConversationPage page = page(request, input.conversation());
        DraftState kept = kept(request, input, page.subject());
        return page.typedAgain(input, kept, drafts.filesOf(kept), violations);
    }

    DraftState kept(Request request, ReplyInput input, String subject) {
        return drafts.save(
                request.caller().person(),
                keyOf(input.key()),
                input.draftVersion(),
                DraftContent.ofReply(
                        subject,
                        Objects.requireNonNullElse(input.text(), ""),
                        input.conversation()),
                input.formFiles());
    }

    UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}

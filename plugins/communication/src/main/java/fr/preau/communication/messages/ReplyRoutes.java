package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for replying: keep a reply, send it. */
final class ReplyRoutes {

    private final Callers callers;
    private final WritingRules rules;
    private final WritingGuard guard;
    private final Mailbox mailbox;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    ReplyRoutes(
            Callers callers,
            WritingRules rules,
            WritingGuard guard,
            Mailbox mailbox,
            Correspondence correspondence,
            Drafts drafts,
            NewIds ids) {
        this.callers = callers;
        this.rules = rules;
        this.guard = guard;
        this.mailbox = mailbox;
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(reply(), afterReply(), keepReply());
    }

    private Route<ReplyInput, ConversationPage> reply() {
        return Route.post("/messages/{conversation}/replies")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .whenInvalid(this::replyAgain)
                .handledBy(this::reply);
    }

    private Answer<ConversationPage> reply(Request request, ReplyInput input) {
        Profile writer = request.caller().profile();
        Violations closed = guard.problemsOfSending(request.caller(), 1);
        Violations violations =
                closed.isEmpty()
                        ? new FormProblems(writer)
                                .ofText(input.text())
                                .and(new FormProblems(writer).ofFiles(input.formFiles()))
                        : closed;
        if (!violations.isEmpty()) {
            return Answer.tryAgain(replyAgain(request, input, violations), violations);
        }
        UUID key = keyOf(input.key());
        correspondence.reply(
                input.conversation(),
                request.caller(),
                new MessageText(MessageText.clean(input.text())),
                key,
                input.formFiles(),
                Objects.requireNonNullElse(input.seen(), 0),
                (other, answers) -> rules.mayGoOn(request, other, answers));
        if (input.key() != null) {
            drafts.sent(request.caller().person(), key, input.draftVersion());
        }
        return Answer.done(
                mailbox.conversation(request.caller(), input.conversation(), 1),
                "/messages/" + input.conversation(),
                Wording.of("notice.replied"));
    }

    /**
     * A reply that was refused stands at this address; who loads it again is led to what it
     * answers.
     */
    private Route<ConversationInput, ConversationPage> afterReply() {
        return Route.get("/messages/{conversation}/replies")
                .takes(ConversationInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .handledBy(
                        (request, input) ->
                                Answer.done(
                                        mailbox.conversation(
                                                request.caller(), input.conversation(), 1),
                                        "/messages/" + input.conversation()));
    }

    private ConversationPage replyAgain(Request request, ReplyInput input, Violations violations) {
        if (input.conversation() == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        ConversationPage page = mailbox.conversation(request.caller(), input.conversation(), 1);
        String typed = Objects.requireNonNullElse(input.text(), "");
        DraftState kept = kept(request, input, page.subject());
        return page.typedAgain(typed, kept, drafts.filesOf(kept), violations);
    }

    private DraftState kept(Request request, ReplyInput input, String subject) {
        String typed = Objects.requireNonNullElse(input.text(), "");
        return drafts.save(
                request.caller().person(),
                keyOf(input.key()),
                input.draftVersion(),
                DraftContent.ofReply(subject, typed, input.conversation()),
                input.formFiles());
    }

    private Route<ReplyInput, ConversationPage> keepReply() {
        return Route.post("/messages/{conversation}/draft")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(this::drawConversation)
                .whenInvalid(this::replyAgain)
                .handledBy(this::keepReply);
    }

    private Answer<ConversationPage> keepReply(Request request, ReplyInput input) {
        Violations violations =
                new FormProblems(request.caller().profile()).ofFiles(input.formFiles());
        ConversationPage page = replyAgain(request, input, violations);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        return page.draft().isRefused() || page.draft().version() == 0
                ? Answer.show(page)
                : Answer.done(
                        page, "/messages/" + input.conversation(), Wording.of("notice.draft.kept"));
    }

    private Screen drawConversation(ConversationPage page, PageContext context) {
        return new Screen(page.subject(), templates.conversation(page, context));
    }

    private UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}

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
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for writing: begin a letter, send it, reply. */
final class WritingRoutes {

    private final Callers callers;
    private final WritingRules rules;
    private final WritingGuard guard;
    private final Mailbox mailbox;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    WritingRoutes(
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
        return List.of(compose(), goOn(), send(), reply(), afterReply());
    }

    private LetterForm form(Request request) {
        return new LetterForm(request.caller().profile(), rules.reachOf(request));
    }

    private Route<ComposeInput, ComposePage> compose() {
        return Route.get("/messages/new")
                .takes(ComposeInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy(this::compose);
    }

    private Answer<ComposePage> compose(Request request, ComposeInput input) {
        if (input.draft() == null) {
            SendInput begun = SendInput.to(input.to());
            return show(request, begun, DraftState.unsaved(ids.next()));
        }
        KeptDraft draft = drafts.of(request.caller().person(), input.draft());
        return show(request, SendInput.of(draft), draft.state());
    }

    private Answer<ComposePage> show(Request request, SendInput input, DraftState draft) {
        return Answer.show(form(request).goOn(input, draft, guard.problems(request.caller())));
    }

    /** Back from the choice of recipients: nothing is sent yet, and nothing typed is lost. */
    private Route<SendInput, ComposePage> goOn() {
        return Route.post("/messages/new")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy((request, input) -> show(request, input, kept(request, input)));
    }

    /** Whatever leads back to the form has kept what stands in it. */
    private DraftState kept(Request request, SendInput input) {
        return drafts.save(
                request.caller().person(),
                keyOf(input.key()),
                input.draftVersion(),
                input.content());
    }

    private Route<SendInput, ComposePage> send() {
        return Route.post("/messages")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .whenInvalid(this::sendAgain)
                .handledBy(this::send);
    }

    private ComposePage sendAgain(Request request, SendInput input, Violations violations) {
        LetterForm form = form(request);
        return form.again(
                input, kept(request, input), form.reach().recipients(input.to()), violations);
    }

    private Answer<ComposePage> send(Request request, SendInput input) {
        LetterForm form = form(request);
        Recipients recipients = form.reach().recipients(input.to());
        Violations closed = guard.problems(request.caller());
        if (!closed.isEmpty()) {
            return Answer.tryAgain(
                    form.again(input, kept(request, input), recipients, closed), closed);
        }
        FormProblems problems = form.problems();
        Violations violations =
                problems.ofRecipients(recipients)
                        .and(problems.ofSubject(input.subject()))
                        .and(problems.ofText(input.text()));
        if (!violations.isEmpty()) {
            return Answer.tryAgain(
                    form.again(input, kept(request, input), recipients, violations), violations);
        }
        UUID key = keyOf(input.key());
        String location =
                correspondence.send(
                        request.caller(),
                        recipients.allowed(),
                        new Subject(Subject.clean(input.subject())),
                        new MessageText(MessageText.clean(input.text())),
                        key);
        if (input.key() != null) {
            drafts.sent(request.caller().person(), key, input.draftVersion());
        }
        return Answer.done(
                form.sent(input, DraftState.unsaved(key), recipients, location),
                location,
                Wording.of("notice.sent", people(recipients)));
    }

    /** How many different people get it, whether named themselves or by their groups. */
    private static long people(Recipients recipients) {
        return recipients.allowed().stream()
                .flatMap(addressee -> addressee.people().stream())
                .distinct()
                .count();
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
        Violations closed = guard.problems(request.caller());
        Violations violations =
                closed.isEmpty()
                        ? new FormProblems(request.caller().profile()).ofText(input.text())
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
                Objects.requireNonNullElse(input.seen(), 0));
        if (input.key() != null) {
            drafts.sent(
                    request.caller().person(), key, Objects.requireNonNullElse(input.version(), 0));
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
        DraftState kept =
                drafts.save(
                        request.caller().person(),
                        keyOf(input.key()),
                        Objects.requireNonNullElse(input.version(), 0),
                        DraftContent.ofReply(page.subject(), typed, input.conversation()));
        return page.typedAgain(typed, kept, violations);
    }

    private Screen drawForm(ComposePage page, PageContext context) {
        return new Screen(context.text("compose.title"), templates.compose(page, context));
    }

    private Screen drawConversation(ConversationPage page, PageContext context) {
        return new Screen(page.subject(), templates.conversation(page, context));
    }

    private UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}

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
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.recipients.WritingRules;
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
    private final Mailbox mailbox;
    private final Correspondence correspondence;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    WritingRoutes(
            Callers callers,
            WritingRules rules,
            Mailbox mailbox,
            Correspondence correspondence,
            NewIds ids) {
        this.callers = callers;
        this.rules = rules;
        this.mailbox = mailbox;
        this.correspondence = correspondence;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(compose(), goOn(), send(), reply(), afterReply());
    }

    private LetterForm form(Request request) {
        return new LetterForm(request.caller().profile(), rules.reachOf(request), ids);
    }

    private Route<ComposeInput, ComposePage> compose() {
        return Route.get("/messages/new")
                .takes(ComposeInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        form(request)
                                                .goOn(
                                                        new SendInput(
                                                                input.to(), null, null, null))));
    }

    /** Back from the choice of recipients: nothing is sent yet, and nothing typed is lost. */
    private Route<SendInput, ComposePage> goOn() {
        return Route.post("/messages/new")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy((request, input) -> Answer.show(form(request).goOn(input)));
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
        return form.again(input, form.reach().recipients(input.to()), violations);
    }

    private Answer<ComposePage> send(Request request, SendInput input) {
        LetterForm form = form(request);
        Recipients recipients = form.reach().recipients(input.to());
        FormProblems problems = form.problems();
        Violations violations =
                problems.ofRecipients(recipients)
                        .and(problems.ofSubject(input.subject()))
                        .and(problems.ofText(input.text()));
        if (!violations.isEmpty()) {
            return Answer.tryAgain(form.again(input, recipients, violations), violations);
        }
        String location =
                correspondence.send(
                        request.caller().person(),
                        recipients.allowed(),
                        new Subject(Subject.clean(input.subject())),
                        new MessageText(MessageText.clean(input.text())),
                        keyOf(input.key()));
        return Answer.done(
                form.sent(input, recipients, location),
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
        Profile writer = request.caller().profile();
        Violations violations = new FormProblems(writer).ofText(input.text());
        if (!violations.isEmpty()) {
            return Answer.tryAgain(replyAgain(request, input, violations), violations);
        }
        correspondence.reply(
                input.conversation(),
                request.caller(),
                new MessageText(MessageText.clean(input.text())),
                keyOf(input.key()),
                Objects.requireNonNullElse(input.seen(), 0));
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
        return mailbox.conversation(request.caller(), input.conversation(), 1)
                .typedAgain(Objects.requireNonNullElse(input.text(), ""), violations);
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

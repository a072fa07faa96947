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
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses for writing: begin a letter, send it, reply. */
final class WritingRoutes {

    private final Callers callers;
    private final LetterForm form;
    private final Mailbox mailbox;
    private final Correspondence correspondence;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    WritingRoutes(
            Callers callers,
            LetterForm form,
            Mailbox mailbox,
            Correspondence correspondence,
            NewIds ids) {
        this.callers = callers;
        this.form = form;
        this.mailbox = mailbox;
        this.correspondence = correspondence;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(compose(), send(), reply());
    }

    private Route<ComposeInput, ComposePage> compose() {
        return Route.get("/messages/new")
                .takes(ComposeInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) -> Answer.show(form.begin(request.caller(), input.to())));
    }

    private Route<SendInput, ComposePage> send() {
        return Route.post("/messages")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .whenInvalid(
                        (request, input, violations) ->
                                form.again(
                                        request.caller(),
                                        input,
                                        form.addressees(request.caller(), input.to()),
                                        violations))
                .handledBy(this::send);
    }

    private Answer<ComposePage> send(Request request, SendInput input) {
        List<Addressee> addressees = form.addressees(request.caller(), input.to());
        Violations violations =
                FormProblems.ofRecipients(addressees)
                        .and(FormProblems.ofSubject(input.subject()))
                        .and(FormProblems.ofText(input.text()));
        if (!violations.isEmpty()) {
            return Answer.tryAgain(
                    form.again(request.caller(), input, addressees, violations), violations);
        }
        String location =
                correspondence.send(
                        request.caller().person(),
                        addressees,
                        new Subject(Subject.clean(input.subject())),
                        new MessageText(MessageText.clean(input.text())),
                        keyOf(input.key()));
        return Answer.done(form.sent(request.caller(), input, addressees, location), location);
    }

    private Route<ReplyInput, ConversationPage> reply() {
        return Route.post("/messages/{conversation}/replies")
                .takes(ReplyInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.subject(), templates.conversation(page, context)))
                .whenInvalid(this::replyAgain)
                .handledBy(this::reply);
    }

    private Answer<ConversationPage> reply(Request request, ReplyInput input) {
        Violations violations = FormProblems.ofText(input.text());
        if (!violations.isEmpty()) {
            return Answer.tryAgain(replyAgain(request, input, violations), violations);
        }
        correspondence.reply(
                input.conversation(),
                request.caller().person(),
                new MessageText(MessageText.clean(input.text())),
                keyOf(input.key()),
                Objects.requireNonNullElse(input.seen(), 0));
        return Answer.done(
                mailbox.conversation(request.caller().person(), input.conversation(), 1),
                "/messages/" + input.conversation());
    }

    private ConversationPage replyAgain(Request request, ReplyInput input, Violations violations) {
        if (input.conversation() == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        return mailbox.conversation(request.caller().person(), input.conversation(), 1)
                .typedAgain(Objects.requireNonNullElse(input.text(), ""), violations);
    }

    private Screen drawForm(ComposePage page, PageContext context) {
        return new Screen(context.text("compose.title"), templates.compose(page, context));
    }

    private UUID keyOf(@Nullable UUID key) {
        return key == null ? ids.next() : key;
    }
}

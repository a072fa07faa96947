package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.drafts.KeptDraft;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The addresses for writing: begin a letter, keep it, send it. */
final class WritingRoutes {

    private final Callers callers;
    private final LetterForms forms;
    private final WritingGuard guard;
    private final Correspondence correspondence;
    private final Drafts drafts;
    private final Forwarding forwarding;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    WritingRoutes(
            Callers callers,
            LetterForms forms,
            WritingGuard guard,
            Correspondence correspondence,
            Drafts drafts,
            Forwarding forwarding,
            NewIds ids) {
        this.callers = callers;
        this.forms = forms;
        this.guard = guard;
        this.correspondence = correspondence;
        this.drafts = drafts;
        this.forwarding = forwarding;
        this.ids = ids;
    }

    List<Route<?, ?>> routes() {
        return List.of(compose(), goOn(), keep(), send());
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
        return Answer.show(forms.of(request).goOn(input, draft, guard.problems(request.caller())));
    }

    /** Back from the choice of recipients: nothing is sent yet, and nothing typed is lost. */
    private Route<SendInput, ComposePage> goOn() {
        return Route.post("/messages/new")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .handledBy((request, input) -> show(request, input, forms.kept(request, input)));
    }

    /** The button that keeps what stands in the form, with its files, for who goes on later. */
    private Route<SendInput, ComposePage> keep() {
        return Route.post("/messages/draft")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .whenInvalid(forms::again)
                .handledBy(this::keep);
    }

    private Answer<ComposePage> keep(Request request, SendInput input) {
        DraftState kept = forms.kept(request, input);
        LetterForm form = forms.of(request);
        Violations violations = form.problems().ofFiles(input.formFiles());
        ComposePage page = form.again(input, kept, form.reach().recipients(input.to()), violations);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        return kept.isRefused() || kept.version() == 0
                ? Answer.show(page)
                : Answer.done(
                        page, "/messages/new?draft=" + kept.key(), Wording.of("notice.draft.kept"));
    }

    private Route<SendInput, ComposePage> send() {
        return Route.post("/messages")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(callers)
                .drawnBy(this::drawForm)
                .whenInvalid(forms::again)
                .handledBy(this::send);
    }

    private Answer<ComposePage> send(Request request, SendInput input) {
        LetterForm form = forms.now(request);
        Recipients recipients = form.reach().recipients(input.to());
        Violations closed = guard.problems(request.caller());
        if (!closed.isEmpty()) {
            return Answer.tryAgain(
                    form.again(input, forms.kept(request, input), recipients, closed), closed);
        }
        Violations violations =
                form.problems()
                        .ofLetter(input, recipients)
                        .and(
                                forwarding.problems(
                                        request.caller().person(), forms.keyOf(input.key())));
        if (!violations.isEmpty()) {
            return Answer.tryAgain(
                    form.again(input, forms.kept(request, input), recipients, violations),
                    violations);
        }
        UUID key = forms.keyOf(input.key());
        List<String> held = List.of(input.to() + "", input.subject() + "", input.text() + "");
        String act = PostedForm.fingerprint(request.caller().person(), key, held);
        Violations burst = guard.problemsOfSending(request.caller(), act, (int) people(recipients));
        if (!burst.isEmpty()) {
            return Answer.tryAgain(
                    form.again(input, forms.kept(request, input), recipients, burst), burst);
        }
        // A program that names no form has nobody who would press « Annuler l’envoi ».
        Duration undo = input.key() == null ? Duration.ZERO : Letter.CAN_BE_UNDONE;
        SentLetter sent =
                correspondence.send(
                        request.caller(),
                        recipients.allowed(),
                        new Subject(Subject.clean(input.subject())),
                        new MessageText(MessageText.clean(input.text())),
                        key,
                        input.formFiles(),
                        input.answers(),
                        undo);
        if (input.key() != null && sent.letter() != null) {
            drafts.sent(
                    request.caller().person(),
                    key,
                    input.draftVersion(),
                    input.content(),
                    sent.letter());
        }
        return Answer.done(
                form.sent(input, DraftState.unsaved(key), recipients, sent.location()),
                sent.location(),
                Wording.of(undo.isZero() ? "notice.sent" : "notice.sending", people(recipients)));
    }

    /** How many different people get it, whether named themselves or by their groups. */
    private static long people(Recipients recipients) {
        return recipients.allowed().stream()
                .flatMap(addressee -> addressee.people().stream())
                .distinct()
                .count();
    }

    private Screen drawForm(ComposePage page, PageContext context) {
        return new Screen(context.text("compose.title"), templates.compose(page, context));
    }
}

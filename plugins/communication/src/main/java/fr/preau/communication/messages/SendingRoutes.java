package fr.preau.communication.messages;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.drafts.DraftState;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.recipients.Recipients;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The addresses around the moment at which a letter goes: send it later, take it back. */
final class SendingRoutes {

    /** Not pupils: what they may write to whom is a matter of the day, and theirs need no delay. */
    private static final Callers ADULTS =
            Callers.profiles(Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final Callers callers;
    private final LetterForms forms;
    private final WritingGuard guard;
    private final Drafts drafts;
    private final UndoingSend undoing;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    SendingRoutes(
            Callers callers,
            LetterForms forms,
            WritingGuard guard,
            Drafts drafts,
            UndoingSend undoing,
            Clock clock) {
        this.callers = callers;
        this.forms = forms;
        this.guard = guard;
        this.drafts = drafts;
        this.undoing = undoing;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(later(), undo());
    }

    private Route<SendInput, ComposePage> later() {
        return Route.post("/messages/later")
                .takes(SendInput.class)
                .shows(ComposePage.class)
                .allows(ADULTS)
                .drawnBy(this::drawForm)
                .whenInvalid(forms::again)
                .handledBy(this::later);
    }

    private Answer<ComposePage> later(Request request, SendInput input) {
        LetterForm form = forms.of(request);
        Recipients recipients = form.reach().recipients(input.to());
        Optional<Instant> at = input.time().after(clock.instant());
        Violations closed = guard.problems(request.caller());
        Violations violations =
                closed.isEmpty()
                        ? form.problems()
                                .ofLetter(input, recipients)
                                .and(form.problems().ofTime(at.isPresent()))
                        : closed;
        DraftState kept = forms.kept(request, input);
        ComposePage page = form.again(input, kept, recipients, violations);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page, violations);
        }
        if (kept.isRefused()) {
            return Answer.show(page);
        }
        drafts.sendAt(request.caller().person(), kept.key(), at.orElseThrow());
        return Answer.done(page, "/drafts", Wording.of("notice.later"));
    }

    private Route<UndoInput, TakenBack> undo() {
        return Route.post("/sent/{letter}/undo")
                .takes(UndoInput.class)
                .shows(TakenBack.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("draft.title"),
                                        context.parts().toast(context.text("notice.undone"))))
                .handledBy(
                        (request, input) -> {
                            TakenBack back =
                                    new TakenBack(
                                            input.letter(),
                                            undoing.undo(request.caller(), input.letter()));
                            return Answer.done(
                                    back,
                                    "/messages/new?draft=" + back.draft(),
                                    Wording.of("notice.undone"));
                        });
    }

    private Screen drawForm(ComposePage page, PageContext context) {
        return new Screen(context.text("compose.title"), templates.compose(page, context));
    }
}

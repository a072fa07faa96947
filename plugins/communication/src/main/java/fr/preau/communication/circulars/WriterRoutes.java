package fr.preau.communication.circulars;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Tone;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.Objects;

/** The addresses of those who write circulars: a draft, its preview, the sending. */
final class WriterRoutes {

    private final Callers writers;
    private final Drafting drafting;
    private final Sending sending;
    private final StaticTemplates templates = new StaticTemplates();

    WriterRoutes(Callers writers, Drafting drafting, Sending sending) {
        this.writers = writers;
        this.drafting = drafting;
        this.sending = sending;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                begin(), goOn(), keep(), lookAt(), preview(), send(), afterSend(), throwAway());
    }

    private Route<NewCircularInput, CircularDraftPage> begin() {
        return Route.get("/circulars/new")
                .takes(NewCircularInput.class)
                .shows(CircularDraftPage.class)
                .allows(writers)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(drafting.begin(request.caller(), input.replaces())));
    }

    private Route<DraftIdInput, CircularDraftPage> goOn() {
        return Route.get("/circulars/drafts/{draft}")
                .takes(DraftIdInput.class)
                .shows(CircularDraftPage.class)
                .allows(writers)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(drafting.goOn(request.caller(), input.draft())));
    }

    private Route<CircularDraftInput, CircularDraftPage> keep() {
        return Route.post("/circulars/drafts/{draft}")
                .takes(CircularDraftInput.class)
                .shows(CircularDraftPage.class)
                .allows(writers)
                .drawnBy(this::drawForm)
                .whenInvalid(this::again)
                .handledBy((request, input) -> keep(request, input, false));
    }

    /** The same, and it has to be complete: the next page shows what would be sent, and to whom. */
    private Route<CircularDraftInput, CircularDraftPage> lookAt() {
        return Route.post("/circulars/drafts/{draft}/preview")
                .takes(CircularDraftInput.class)
                .shows(CircularDraftPage.class)
                .allows(writers)
                .drawnBy(this::drawForm)
                .whenInvalid(this::again)
                .handledBy((request, input) -> keep(request, input, true));
    }

    private Answer<CircularDraftPage> keep(
            Request request, CircularDraftInput input, boolean complete) {
        Violations violations = drafting.keep(request.caller(), input, complete);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(again(request, input, violations), violations);
        }
        CircularDraftPage kept = drafting.goOn(request.caller(), input.draft());
        return complete
                ? Answer.done(kept, kept.address() + "/preview")
                : Answer.done(kept, kept.address(), Wording.of("circulars.notice.kept"));
    }

    private CircularDraftPage again(
            Request request, CircularDraftInput input, Violations violations) {
        if (input.draft() == null) {
            throw Refusal.notFound(); // its place in the address held no identity
        }
        return drafting.again(request.caller(), input, violations);
    }

    private Route<DraftIdInput, CircularPreviewPage> preview() {
        return Route.get("/circulars/drafts/{draft}/preview")
                .takes(DraftIdInput.class)
                .shows(CircularPreviewPage.class)
                .allows(writers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("circulars.preview.title"),
                                        templates.circularPreview(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        drafting.preview(request.caller(), input.draft())
                                                .orElseThrow(WriterRoutes::incomplete)));
    }

    private Route<DraftIdInput, DoneHere> send() {
        return Route.post("/circulars/drafts/{draft}/send")
                .takes(DraftIdInput.class)
                .shows(DoneHere.class)
                .allows(writers)
                .drawnBy(this::drawDone)
                .handledBy(
                        (request, input) -> {
                            Circular sent =
                                    sending.send(
                                            request.caller(),
                                            input.draft(),
                                            Objects.requireNonNullElse(input.version(), 0));
                            return Answer.done(
                                    new DoneHere(sent.id()),
                                    "/circulars/sent",
                                    Wording.of("circulars.notice.sent", sent.familyCount()));
                        });
    }

    /** Who was refused and loads the page again is led to what there is. */
    private Route<DraftIdInput, DoneHere> afterSend() {
        return Route.get("/circulars/drafts/{draft}/send")
                .takes(DraftIdInput.class)
                .shows(DoneHere.class)
                .allows(writers)
                .drawnBy(this::drawDone)
                .handledBy(
                        (request, input) -> {
                            sending.requireKnown(request.caller(), input.draft());
                            return Answer.done(new DoneHere(input.draft()), "/circulars/sent");
                        });
    }

    private Route<DraftIdInput, DoneHere> throwAway() {
        return Route.post("/circulars/drafts/{draft}/delete")
                .takes(DraftIdInput.class)
                .shows(DoneHere.class)
                .allows(writers)
                .drawnBy(this::drawDone)
                .handledBy(
                        (request, input) -> {
                            drafting.throwAway(request.caller(), input.draft());
                            return Answer.done(
                                    new DoneHere(input.draft()),
                                    "/circulars/sent",
                                    Wording.of("circulars.notice.deleted"));
                        });
    }

    private static Refusal incomplete() {
        return new Refusal(
                409,
                "circular-incomplete",
                Wording.of("circulars.refusal.incomplete.title"),
                Wording.of("circulars.refusal.incomplete"));
    }

    private Screen drawForm(CircularDraftPage page, PageContext context) {
        return new Screen(
                context.text(page.replaces() == null ? "circulars.new" : "circulars.correct"),
                templates.circularDraft(page, context));
    }

    private Screen drawDone(DoneHere page, PageContext context) {
        return new Screen(
                context.text("circulars.sent.title"),
                context.parts()
                        .banner(
                                Tone.SUCCESS,
                                context.text("circulars.sent.title"),
                                context.text("circulars.done")));
    }
}

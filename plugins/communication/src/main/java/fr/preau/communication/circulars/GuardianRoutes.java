package fr.preau.communication.circulars;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Tone;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The addresses of guardians: what they received, and their answers. */
final class GuardianRoutes {

    private static final Callers GUARDIANS = Callers.profiles(Profile.GUARDIAN);

    private final Received received;
    private final Answering answering;
    private final Proving proving;
    private final StaticTemplates templates = new StaticTemplates();

    GuardianRoutes(Received received, Answering answering, Proving proving) {
        this.received = received;
        this.answering = answering;
        this.proving = proving;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), circular(), answer(), afterAnswer(), read(), proof());
    }

    Card<CircularsCard> card() {
        return new Card<>(
                "to-answer",
                CircularsCard.class,
                request -> received.card(request.caller().person()),
                templates::circularsCard);
    }

    private Route<PageInput, ReceivedCircularsPage> list() {
        return Route.get("/circulars")
                .takes(PageInput.class)
                .shows(ReceivedCircularsPage.class)
                .allows(GUARDIANS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("circulars.title"),
                                        templates.circularsReceived(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(received.list(request.caller(), input.number())));
    }

    private Route<CircularInput, CircularPage> circular() {
        return Route.get("/circulars/{circular}")
                .takes(CircularInput.class)
                .shows(CircularPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(received.page(request.caller(), input.circular())));
    }

    private Route<AnswerInput, CircularPage> answer() {
        return Route.post("/circulars/{circular}/answers")
                .takes(AnswerInput.class)
                .shows(CircularPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .whenInvalid(this::again)
                .handledBy(this::answer);
    }

    private Answer<CircularPage> answer(Request request, AnswerInput input) {
        Violations violations = answering.answer(request.caller(), input);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(again(request, input, violations), violations);
        }
        CircularPage page = received.page(request.caller(), input.circular());
        return Answer.done(page, page.address(), Wording.of("circulars.notice." + page.kind()));
    }

    private CircularPage again(Request request, AnswerInput input, Violations violations) {
        if (input.circular() == null || input.child() == null) {
            throw Refusal.notFound();
        }
        CircularPage page = received.page(request.caller(), input.circular());
        return page.typedAgain(input.child(), input.values(page.questions()), violations);
    }

    /** An answer that was refused stands at this address; who loads it again is led back. */
    private Route<CircularInput, CircularPage> afterAnswer() {
        return Route.get("/circulars/{circular}/answers")
                .takes(CircularInput.class)
                .shows(CircularPage.class)
                .allows(GUARDIANS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            CircularPage page = received.page(request.caller(), input.circular());
                            return Answer.done(page, page.address());
                        });
    }

    /**
     * Opening a circular is a GET and changes nothing; its page holds a form that says it was
     * shown, sent by itself as soon as it is.
     */
    private Route<CircularInput, DoneHere> read() {
        return Route.post("/circulars/{circular}/read")
                .takes(CircularInput.class)
                .shows(DoneHere.class)
                .allows(GUARDIANS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("circulars.read"),
                                        context.parts()
                                                .banner(
                                                        Tone.SUCCESS,
                                                        context.text("circulars.read"),
                                                        context.text("circulars.read.text"))))
                .handledBy(
                        (request, input) -> {
                            received.markRead(request.caller(), input.circular());
                            return Answer.done(new DoneHere(input.circular()), "/circulars");
                        });
    }

    private Route<ProofInput, Download> proof() {
        return Route.get("/circulars/{circular}/children/{child}/proof.pdf")
                .takes(ProofInput.class)
                .sendsFile()
                .allows(GUARDIANS)
                .handledBy((request, input) -> proving.ofAnswer(request.caller(), input));
    }

    private Screen draw(CircularPage page, PageContext context) {
        return new Screen(page.title(), templates.circular(page, context));
    }
}

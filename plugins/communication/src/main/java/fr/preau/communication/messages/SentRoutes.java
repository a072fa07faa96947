package fr.preau.communication.messages;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.communication.lists.PageNumber;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The addresses of what somebody has sent: the letters, one letter, where they are put. */
final class SentRoutes {

    private final Callers callers;
    private final SentMail sent;
    private final SortingSent sorting;
    private final StaticTemplates templates = new StaticTemplates();

    SentRoutes(Callers callers, SentMail sent, SortingSent sorting) {
        this.callers = callers;
        this.sent = sent;
        this.sorting = sorting;
    }

    List<Route<?, ?>> routes() {
        return List.of(sent(), letter(), chosen());
    }

    private static String title(SentPage page, PageContext context) {
        return switch (page.q().isEmpty() ? page.box().place() : SentPlace.SENT) {
            case BIN -> context.text("sent.bin.title");
            case FOLDER -> context.text("sent.folder.title", String.valueOf(page.box().folder()));
            case SENT, GONE -> context.text("sent.title");
        };
    }

    private Route<ListInput, SentPage> sent() {
        return Route.get("/sent")
                .takes(ListInput.class)
                .shows(SentPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(title(page, context), templates.sent(page, context)))
                .handledBy((request, input) -> Answer.show(sent.page(request.caller(), input)));
    }

    private Route<LetterInput, LetterPage> letter() {
        return Route.get("/sent/{letter}")
                .takes(LetterInput.class)
                .shows(LetterPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.subject(), templates.letter(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        sent.letter(
                                                request.caller(),
                                                input.letter(),
                                                PageNumber.of(input.page()))));
    }

    private Route<ChosenSentInput, ChosenSentDone> chosen() {
        return Route.post("/chosen/sent/{act}")
                .takes(ChosenSentInput.class)
                .shows(ChosenSentDone.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("sent.title"),
                                        context.parts()
                                                .toast(
                                                        context.text(
                                                                "chosen.sent." + page.act(),
                                                                page.letters()))))
                .handledBy(this::chosen);
    }

    private Answer<ChosenSentDone> chosen(Request request, ChosenSentInput input) {
        int so =
                sorting.apply(
                        request.caller().person(), input.act(), input.letters(), input.folder());
        String list =
                input.in() == null
                        ? "/sent"
                        : "/sent?in=" + URLEncoder.encode(input.in(), StandardCharsets.UTF_8);
        return Answer.done(
                new ChosenSentDone(input.act(), so),
                list,
                Wording.of("chosen.sent." + input.act(), so));
    }
}

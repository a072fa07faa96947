package fr.preau.communication.messages;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Tone;
import fr.preau.api.plugin.Card;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The addresses for reading what came in: inbox, conversation, search, and the card.
 *
 * <p>A GET changes nothing, so opening a conversation does not mark it as read: its page holds a
 * small form that does, sent by htmx as soon as the page is shown, or by a button where no script
 * runs. So a browser that fetches pages ahead, a link opened by mistake in the background or a
 * guardian's program that reads the JSON never eats the mark.
 */
final class ReadingRoutes {

    private final Callers callers;
    private final Mailbox mailbox;
    private final Correspondence correspondence;
    private final Sorting sorting;
    private final StaticTemplates templates = new StaticTemplates();

    ReadingRoutes(
            Callers callers, Mailbox mailbox, Correspondence correspondence, Sorting sorting) {
        this.callers = callers;
        this.mailbox = mailbox;
        this.correspondence = correspondence;
        this.sorting = sorting;
    }

    List<Route<?, ?>> routes() {
        return List.of(inbox(), search(), conversation(), markRead(), chosen());
    }

    Card<UnreadCard> card() {
        return new Card<>(
                "unread",
                UnreadCard.class,
                request -> mailbox.unread(request.caller().person()),
                templates::unreadCard);
    }

    private Route<BoxInput, InboxPage> inbox() {
        return Route.get("/messages")
                .takes(BoxInput.class)
                .shows(InboxPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(title(page, context), templates.inbox(page, context)))
                .handledBy((request, input) -> Answer.show(mailbox.inbox(request.caller(), input)));
    }

    private static String title(InboxPage page, PageContext context) {
        Box box = page.box();
        return switch (page.q().isEmpty() ? box.place() : Place.INBOX) {
            case INBOX -> context.text("inbox.title");
            case ARCHIVE -> context.text("folders.archive");
            case BIN -> context.text("folders.bin");
            case FOLDER -> String.valueOf(box.folder());
        };
    }

    private Route<SearchInput, SearchPage> search() {
        return Route.get("/search")
                .takes(SearchInput.class)
                .shows(SearchPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("search.title"),
                                        templates.searched(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(mailbox.search(request, Subject.clean(input.q()))));
    }

    private Route<ChosenInput, ChosenDone> chosen() {
        return Route.post("/chosen/{act}")
                .takes(ChosenInput.class)
                .shows(ChosenDone.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("inbox.title"),
                                        context.parts()
                                                .toast(
                                                        context.text(
                                                                "chosen." + page.act(),
                                                                page.conversations()))))
                .handledBy(this::chosen);
    }

    private Answer<ChosenDone> chosen(Request request, ChosenInput input) {
        int so =
                sorting.apply(
                        request.caller().person(),
                        input.act(),
                        input.conversations(),
                        input.folder());
        BoxInput list = new BoxInput(null, input.in(), null);
        String location = "/messages";
        if (list.place() != Place.INBOX) {
            location +=
                    "?in=" + URLEncoder.encode(String.valueOf(input.in()), StandardCharsets.UTF_8);
        }
        return Answer.done(
                new ChosenDone(input.act(), so), location, Wording.of("chosen." + input.act(), so));
    }

    private Route<ConversationInput, ConversationPage> conversation() {
        return Route.get("/messages/{conversation}")
                .takes(ConversationInput.class)
                .shows(ConversationPage.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.subject(), templates.conversation(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        mailbox.conversation(
                                                request.caller(),
                                                input.conversation(),
                                                pageNumber(input.page()))));
    }

    private Route<ReadInput, MarkedRead> markRead() {
        return Route.post("/messages/{conversation}/read")
                .takes(ReadInput.class)
                .shows(MarkedRead.class)
                .allows(callers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("read.title"),
                                        context.parts()
                                                .banner(
                                                        Tone.SUCCESS,
                                                        context.text("read.title"),
                                                        context.text("read.text"))))
                .handledBy(this::markRead);
    }

    private Answer<MarkedRead> markRead(Request request, ReadInput input) {
        correspondence.markRead(
                input.conversation(),
                request.caller().person(),
                Objects.requireNonNullElse(input.seen(), 0));
        return Answer.done(new MarkedRead(input.conversation()), "/messages");
    }

    private static int pageNumber(@Nullable Integer asked) {
        return PageNumber.of(asked);
    }
}

package fr.preau.communication.news;

import fr.preau.api.files.Download;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;

/** The addresses for reading: the list, one news, its picture, and the card. */
final class NewsRoutes {

    /** Everybody of a collège. */
    private static final Callers READERS =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private final NewsBoard board;
    private final StaticTemplates templates = new StaticTemplates();

    NewsRoutes(NewsBoard board) {
        this.board = board;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), news(), picture());
    }

    Card<NewsCard> card() {
        return new Card<>(
                "news",
                NewsCard.class,
                request -> board.card(request.college(), request.caller()),
                templates::newsCard);
    }

    private Route<PageInput, NewsListPage> list() {
        return Route.get("/news")
                .takes(PageInput.class)
                .shows(NewsListPage.class)
                .allows(READERS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("news.title"),
                                        templates.newsList(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(board.list(request.caller(), input.number())));
    }

    private Route<NewsInput, NewsPage> news() {
        return Route.get("/news/{news}")
                .takes(NewsInput.class)
                .shows(NewsPage.class)
                .allows(READERS)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.news().title(), templates.news(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(board.read(request.caller(), input.news())));
    }

    private Route<NewsInput, Download> picture() {
        return Route.get("/news/{news}/picture")
                .takes(NewsInput.class)
                .sendsFile()
                .allows(READERS)
                .handledBy(
                        (request, input) ->
                                Download.show(board.picture(request.caller(), input.news())));
    }
}

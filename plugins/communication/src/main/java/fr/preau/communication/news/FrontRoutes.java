package fr.preau.communication.news;

import fr.preau.api.files.Download;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;

/**
 * What the collège shows to everybody: its front page, its news for the public and their pictures.
 * Nobody who calls need be known, so no handler here asks who it is.
 */
final class FrontRoutes {

    private final PublicBoard board;
    private final StaticTemplates templates = new StaticTemplates();

    FrontRoutes(PublicBoard board) {
        this.board = board;
    }

    List<Route<?, ?>> routes() {
        return List.of(front(), news(), picture());
    }

    private Route<PageInput, FrontPage> front() {
        return Route.get("/front")
                .takes(PageInput.class)
                .shows(FrontPage.class)
                .allows(Callers.anyone())
                .drawnBy(
                        (page, context) ->
                                new Screen(page.college(), templates.newsFront(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(board.front(request.college(), input.number())));
    }

    private Route<NewsInput, FrontNewsPage> news() {
        return Route.get("/front/{news}")
                .takes(NewsInput.class)
                .shows(FrontNewsPage.class)
                .allows(Callers.anyone())
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        page.news().title(), templates.newsFrontOne(page, context)))
                .handledBy((request, input) -> Answer.show(board.read(input.news())));
    }

    private Route<NewsInput, Download> picture() {
        return Route.get("/front/{news}/picture")
                .takes(NewsInput.class)
                .sendsFile()
                .allows(Callers.anyone())
                .handledBy((request, input) -> Download.show(board.picture(input.news())));
    }
}

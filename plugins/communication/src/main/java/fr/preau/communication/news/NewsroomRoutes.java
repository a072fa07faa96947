package fr.preau.communication.news;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.lists.PageInput;
import fr.preau.communication.pictures.PictureForPages;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses of the desk: the lists, the form, the preview and what is done from there. */
final class NewsroomRoutes {

    private final Newsroom newsroom;
    private final NewsForm form;
    private final NewsPictures pictures;
    private final StaticTemplates templates = new StaticTemplates();

    NewsroomRoutes(Newsroom newsroom, NewsForm form, NewsPictures pictures) {
        this.newsroom = newsroom;
        this.form = form;
        this.pictures = pictures;
    }

    List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>();
        routes.addAll(List.of(desk(), begin(), write(), look(), edit(), change()));
        Stream.of(NewsAct.values()).map(this::act).forEach(routes::add);
        return routes;
    }

    private Route<DeskInput, DeskPage> desk() {
        return Route.get("/newsroom")
                .takes(DeskInput.class)
                .shows(DeskPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("news.desk.title"),
                                        templates.newsDesk(page, context)))
                .handledBy((request, input) -> Answer.show(newsroom.list(request.caller(), input)));
    }

    private Route<PageInput, NewsFormPage> begin() {
        return Route.get("/newsroom/new")
                .takes(PageInput.class)
                .shows(NewsFormPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(this::drawForm)
                .handledBy((request, input) -> Answer.show(form.fresh()));
    }

    private Route<SaveInput, NewsFormPage> write() {
        return Route.post("/newsroom")
                .takes(SaveInput.class)
                .shows(NewsFormPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(this::drawForm)
                .whenInvalid(
                        (request, input, violations) ->
                                form.again(input, null, violations, newsroom.now()))
                .handledBy((request, input) -> save(request, input, null));
    }

    private Route<NewsInput, NewsFormPage> edit() {
        return Route.get("/newsroom/{news}/edit")
                .takes(NewsInput.class)
                .shows(NewsFormPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(this::drawForm)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        form.of(
                                                newsroom.toChange(request.caller(), input.news()),
                                                newsroom.now())));
    }

    private Route<SaveInput, NewsFormPage> change() {
        return Route.post("/newsroom/{news}")
                .takes(SaveInput.class)
                .shows(NewsFormPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(this::drawForm)
                .whenInvalid(this::changeAgain)
                .handledBy(
                        (request, input) ->
                                save(
                                        request,
                                        input,
                                        newsroom.toChange(request.caller(), input.news())));
    }

    private NewsFormPage changeAgain(Request request, SaveInput input, Violations violations) {
        return form.again(
                input,
                newsroom.toChange(request.caller(), input.news()),
                violations,
                newsroom.now());
    }

    private Answer<NewsFormPage> save(Request request, SaveInput input, @Nullable News there) {
        Violations problems = form.problems(input, there != null && there.picture().isPresent());
        Optional<PictureForPages> picture = Optional.empty();
        if (problems.isEmpty() && input.picture() != null) {
            picture = pictures.read(input.picture());
            if (picture.isEmpty()) {
                problems = NewsForm.problem("picture", "news.problem.picture");
            }
        }
        if (!problems.isEmpty()) {
            return again(input, there, problems);
        }
        return there == null
                ? saved(
                        newsroom.write(
                                request.caller(),
                                input.key() == null ? form.fresh().id() : input.key(),
                                NewsForm.content(input),
                                picture.orElse(null)))
                : newsroom.change(
                                request.caller(),
                                input.news(),
                                Objects.requireNonNullElse(input.version(), -1),
                                NewsForm.content(input),
                                picture.orElse(null),
                                input.dropPicture())
                        .map(this::saved)
                        .orElseGet(
                                () ->
                                        again(
                                                input,
                                                there,
                                                NewsForm.problem(
                                                        "version", "news.problem.version")));
    }

    private Answer<NewsFormPage> again(SaveInput input, @Nullable News there, Violations problems) {
        return Answer.tryAgain(form.again(input, there, problems, newsroom.now()), problems);
    }

    private Answer<NewsFormPage> saved(News news) {
        return Answer.done(
                form.of(news, newsroom.now()),
                "/newsroom/" + news.id(),
                Wording.of("news.notice.saved"));
    }

    private Route<NewsInput, NewsDraftPage> look() {
        return Route.get("/newsroom/{news}")
                .takes(NewsInput.class)
                .shows(NewsDraftPage.class)
                .allows(Desk.WRITERS)
                .drawnBy(this::drawDraft)
                .handledBy(
                        (request, input) ->
                                Answer.show(newsroom.look(request.caller(), input.news())));
    }

    private Route<ActInput, NewsView> act(NewsAct act) {
        return Route.post("/newsroom/{news}/" + act.address())
                .takes(ActInput.class)
                .shows(NewsView.class)
                .allows(Desk.WRITERS)
                .drawnBy(
                        (page, context) ->
                                new Screen(page.title(), context.parts().text(page.text())))
                .handledBy((request, input) -> done(request, input, act));
    }

    private Answer<NewsView> done(Request request, ActInput input, NewsAct act) {
        if (input.news() == null) {
            throw Refusal.notFound();
        }
        News news = newsroom.act(request.caller(), act, input);
        boolean stays = act != NewsAct.DELETE && Desk.of(request.caller()).sees(news);
        boolean later = act == NewsAct.PUBLISH && !news.wasSeen(newsroom.now());
        return Answer.done(
                NewsView.of(news),
                stays ? "/newsroom/" + news.id() : "/newsroom",
                Wording.of("news.notice." + (later ? "SCHEDULED" : act.name())));
    }

    private Screen drawForm(NewsFormPage page, PageContext context) {
        return new Screen(
                context.text(page.isNew() ? "news.form.new" : "news.form.edit"),
                templates.newsForm(page, context));
    }

    private Screen drawDraft(NewsDraftPage page, PageContext context) {
        return new Screen(page.news().title(), templates.newsDraft(page, context));
    }
}

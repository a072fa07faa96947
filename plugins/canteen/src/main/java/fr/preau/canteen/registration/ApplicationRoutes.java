package fr.preau.canteen.registration;

import fr.preau.api.files.Download;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.StoredFile;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.registration.ApplicationsInput.Kind;
import fr.preau.canteen.tariff.TaxNotice;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications of families, as those look at them who run the canteen. */
final class ApplicationRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(ApplicationRoutes.class);

    private static final int SIZE = 50;

    private final Callers callers;
    private final EntityManager entities;
    private final Registering registering;
    private final RegistrationForms forms;
    private final Deciding deciding;
    private final FileStore files;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    ApplicationRoutes(
            Callers callers,
            EntityManager entities,
            Registering registering,
            RegistrationForms forms,
            Deciding deciding,
            FileStore files,
            WhoRuns who) {
        this.callers = callers;
        this.entities = entities;
        this.registering = registering;
        this.forms = forms;
        this.deciding = deciding;
        this.files = files;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), acceptAll(), one(), notice(), accept(), refuse());
    }

    private Route<ApplicationsInput, ApplicationsPage> list() {
        return Route.get("/applications")
                .takes(ApplicationsInput.class)
                .shows(ApplicationsPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(list(request, input, null)));
    }

    private Screen draw(ApplicationsPage page, PageContext context) {
        return new Screen(
                context.text("applications.title"), templates.applications(page, context));
    }

    private ApplicationsPage list(
            Request request, ApplicationsInput input, @Nullable String problem) {
        if (!who.fixesHere(request)) {
            return new ApplicationsPage(
                    false, input.kind(), new PageOf<>(List.of(), 1, false), null);
        }
        List<Application> found =
                query(input.kind())
                        .setFirstResult((input.number() - 1) * SIZE)
                        .setMaxResults(SIZE + 1)
                        .getResultList();
        PageOf<Application> page = PageOf.from(found, input.number(), SIZE);
        Map<UUID, List<ApplicationChild>> children =
                registering.children(page.items().stream().map(Application::id).toList());
        return new ApplicationsPage(
                true,
                input.kind(),
                new PageOf<>(forms.lines(page.items(), children), page.number(), page.more()),
                problem);
    }

    private TypedQuery<Application> query(Kind kind) {
        return switch (kind) {
            case TO_CHECK -> toCheck(Check.WAITING);
            case AT_COLLEGE -> toCheck(Check.ACCEPTED);
            case REFUSED -> in(ApplicationState.REFUSED);
            case DECIDED -> in(ApplicationState.DECIDED);
        };
    }

    private TypedQuery<Application> toCheck(Check check) {
        return entities.createNamedQuery("Application.toCheck", Application.class)
                .setParameter("state", ApplicationState.SENT)
                .setParameter("check", check);
    }

    private TypedQuery<Application> in(ApplicationState state) {
        return entities.createNamedQuery("Application.inState", Application.class)
                .setParameter("state", state);
    }

    private Route<AcceptAllInput, ApplicationsPage> acceptAll() {
        return Route.post("/applications")
                .takes(AcceptAllInput.class)
                .shows(ApplicationsPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(this::acceptAll);
    }

    private Answer<ApplicationsPage> acceptAll(Request request, AcceptAllInput input) {
        requireOwn(request);
        ApplicationsInput first = new ApplicationsInput(Kind.TO_CHECK, 1);
        if (input.all().isEmpty()) {
            String nothing = TEXTS.text("applications.problem.none");
            return Answer.tryAgain(list(request, first, nothing), Violations.of("chosen", nothing));
        }
        int accepted = 0;
        for (UUID id : input.all().stream().sorted().toList()) {
            Optional<Application> application =
                    deciding.hold(id).filter(each -> each.check() == Check.WAITING);
            if (application.isPresent()) {
                deciding.accept(
                        request.college().uai(), application.get(), request.caller().displayName());
                accepted++;
            }
        }
        return Answer.done(
                list(request, first, null),
                "/applications",
                TEXTS.text("applications.accepted", accepted));
    }

    private void requireOwn(Request request) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
    }

    private Route<ApplicationInput, ApplicationPage> one() {
        return Route.get("/applications/{application}")
                .takes(ApplicationInput.class)
                .shows(ApplicationPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        forms.application(
                                                find(input.application()), Violations.none())));
    }

    private Screen draw(ApplicationPage page, PageContext context) {
        return new Screen(page.guardian(), templates.application(page, context));
    }

    /** One that was sent; what its guardian has not sent yet is theirs. */
    private Application find(UUID id) {
        Application application = entities.find(Application.class, id);
        if (application == null || application.sentAt().isEmpty()) {
            throw Refusal.notFound();
        }
        return application;
    }

    private Route<ApplicationInput, Download> notice() {
        return Route.get("/applications/{application}/notice")
                .takes(ApplicationInput.class)
                .sendsFile()
                .allows(callers)
                .handledBy(
                        (request, input) -> {
                            StoredFile file =
                                    find(input.application())
                                            .noticeFile()
                                            .flatMap(files::describe)
                                            .orElseThrow(Refusal::notFound);
                            return Download.save(file.id());
                        });
    }

    private Route<AcceptInput, ApplicationPage> accept() {
        return Route.post("/applications/{application}/acceptance")
                .takes(AcceptInput.class)
                .shows(ApplicationPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(this::accept);
    }

    private Answer<ApplicationPage> accept(Request request, AcceptInput input) {
        requireOwn(request);
        Application application =
                deciding.hold(input.application()).orElseThrow(ApplicationRoutes::late);
        if (application.source().filter(QuotientSource.NOTICE::equals).isPresent()) {
            Violations problems = TaxNotice.problems(input.typedIncome(), input.typedShares());
            if (!problems.isEmpty()) {
                return Answer.tryAgain(
                        forms.application(
                                application, input.typedIncome(), input.typedShares(), problems),
                        problems);
            }
            deciding.correct(
                    application,
                    TaxNotice.of(input.typedIncome(), input.typedShares()).orElseThrow());
        }
        deciding.accept(request.college().uai(), application, request.caller().displayName());
        return Answer.done(
                forms.application(application, Violations.none()),
                "/applications",
                TEXTS.text("application.accepted", application.guardianName()));
    }

    private static Refusal late() {
        return new Refusal(
                409,
                "application-not-sent",
                TEXTS.text("application.late.title"),
                TEXTS.text("application.late.detail"));
    }

    private Route<RefuseInput, ApplicationPage> refuse() {
        return Route.post("/applications/{id}/refusal")
                .takes(RefuseInput.class)
                .shows(ApplicationPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                forms.application(find(input.id()), violations))
                .handledBy(
                        (request, input) -> {
                            requireOwn(request);
                            Application application =
                                    deciding.hold(input.id()).orElseThrow(ApplicationRoutes::late);
                            deciding.refuse(
                                    application,
                                    input.reason().strip(),
                                    request.caller().displayName());
                            return Answer.done(
                                    forms.application(application, Violations.none()),
                                    "/applications",
                                    TEXTS.text("application.refused", application.guardianName()));
                        });
    }
}

package fr.preau.canteen.registration;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The children whom somebody registers, as their collège looks at them. */
final class IdentityRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(IdentityRoutes.class);

    private static final Callers OFFICE =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE, StaffFunction.SECRETARY, StaffFunction.PRINCIPAL);

    private static final int SIZE = 50;

    private final EntityManager entities;
    private final Directory directory;
    private final IdentityDesk desk;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    IdentityRoutes(EntityManager entities, Directory directory, IdentityDesk desk, WhoRuns who) {
        this.entities = entities;
        this.directory = directory;
        this.desk = desk;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), acceptAll(), one(), refuse());
    }

    private Route<IdentitiesInput, IdentitiesPage> list() {
        return Route.get("/identities")
                .takes(IdentitiesInput.class)
                .shows(IdentitiesPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(list(input, null)));
    }

    private Screen draw(IdentitiesPage page, PageContext context) {
        return new Screen(context.text("identities.title"), templates.identities(page, context));
    }

    private IdentitiesPage list(IdentitiesInput input, @Nullable String problem) {
        PageOf<IdentityRequest> page =
                PageOf.from(
                        entities.createNamedQuery("IdentityRequest.in", IdentityRequest.class)
                                .setParameter("state", input.kind())
                                .setFirstResult((input.number() - 1) * SIZE)
                                .setMaxResults(SIZE + 1)
                                .getResultList(),
                        input.number(),
                        SIZE);
        Set<PersonId> pupils =
                page.items().stream().map(IdentityRequest::pupil).collect(Collectors.toSet());
        Set<PersonId> here = pupils.isEmpty() ? Set.of() : directory.persons(pupils).keySet();
        return new IdentitiesPage(
                input.kind(),
                who.isRunByCollege(),
                new PageOf<>(
                        page.items().stream().map(each -> line(each, here)).toList(),
                        page.number(),
                        page.more()),
                problem);
    }

    private static IdentitiesPage.Line line(IdentityRequest request, Set<PersonId> here) {
        return new IdentitiesPage.Line(
                request.id(),
                request.pupilName(),
                request.className(),
                request.guardianName(),
                request.year().toString(),
                request.askedAt(),
                here.contains(request.pupil()),
                request.reason(),
                request.checkedBy());
    }

    private Route<AcceptAllInput, IdentitiesPage> acceptAll() {
        return Route.post("/identities")
                .takes(AcceptAllInput.class)
                .shows(IdentitiesPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy(this::acceptAll);
    }

    private Answer<IdentitiesPage> acceptAll(Request request, AcceptAllInput input) {
        IdentitiesInput first = new IdentitiesInput(Check.WAITING, 1);
        if (input.all().isEmpty()) {
            String nothing = TEXTS.text("applications.problem.none");
            return Answer.tryAgain(list(first, nothing), Violations.of("chosen", nothing));
        }
        int accepted = 0;
        for (UUID id : input.all().stream().sorted().toList()) {
            if (answer(request, id, Check.ACCEPTED, "")) {
                accepted++;
            }
        }
        return Answer.done(
                list(first, null), "/identities", TEXTS.text("identities.accepted", accepted));
    }

    private boolean answer(Request request, UUID id, Check answer, String reason) {
        return desk.answer(
                request.college().uai(), id, answer, reason, request.caller().displayName());
    }

    private Route<IdentityInput, IdentityPage> one() {
        return Route.get("/identities/{id}")
                .takes(IdentityInput.class)
                .shows(IdentityPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(input.id(), Violations.none())));
    }

    private Screen draw(IdentityPage page, PageContext context) {
        return new Screen(page.child().name(), templates.identity(page, context));
    }

    private IdentityPage page(UUID id, Violations violations) {
        IdentityRequest request = entities.find(IdentityRequest.class, id);
        if (request == null) {
            throw Refusal.notFound();
        }
        Set<PersonId> here = directory.persons(Set.of(request.pupil())).keySet();
        return new IdentityPage(line(request, here), request.state(), violations);
    }

    private Route<RefuseInput, IdentityPage> refuse() {
        return Route.post("/identities/{id}/refusal")
                .takes(RefuseInput.class)
                .shows(IdentityPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> page(input.id(), violations))
                .handledBy(
                        (request, input) -> {
                            answer(request, input.id(), Check.REFUSED, input.reason().strip());
                            return Answer.done(
                                    page(input.id(), Violations.none()),
                                    "/identities",
                                    TEXTS.text("identities.refused"));
                        });
    }
}

package fr.preau.payment.debts;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.text.ModuleTexts;
import fr.preau.payment.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The régies, as operators open and close them. */
public final class RegieRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR).atDepartement();
    private static final ModuleTexts TEXTS = ModuleTexts.of(RegieRoutes.class);

    private final EntityManager entities;
    private final NewIds ids;
    private final StaticTemplates templates = new StaticTemplates();

    public RegieRoutes(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.ids = ids;
    }

    public List<Route<?, ?>> routes() {
        return List.of(list(), newOne(), one(), save());
    }

    private Route<NoInput, RegiesPage> list() {
        return Route.get("/regies")
                .shows(RegiesPage.class)
                .allows(OPERATORS)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("regies.title"),
                                        templates.regies(page, context)))
                .handledBy((request, input) -> Answer.show(page()));
    }

    private RegiesPage page() {
        return new RegiesPage(
                entities.createNamedQuery("Regie.all", Regie.class).getResultList().stream()
                        .map(Regie::line)
                        .toList());
    }

    private Route<NoInput, RegiePage> newOne() {
        return Route.get("/regies/new")
                .shows(RegiePage.class)
                .allows(OPERATORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        new RegiePage(
                                                ids.next(),
                                                true,
                                                "",
                                                "",
                                                null,
                                                false,
                                                Violations.none())));
    }

    private Screen draw(RegiePage page, PageContext context) {
        return new Screen(
                page.isNew() ? context.text("regie.new") : page.name(),
                templates.regie(page, context));
    }

    private Route<RegieId, RegiePage> one() {
        return Route.get("/regies/{regie}")
                .takes(RegieId.class)
                .shows(RegiePage.class)
                .allows(OPERATORS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        find(input.regie())
                                                .map(Regie::page)
                                                .orElseThrow(Refusal::notFound)));
    }

    private Optional<Regie> find(UUID id) {
        return Optional.ofNullable(entities.find(Regie.class, id));
    }

    private Route<RegieInput, RegiePage> save() {
        return Route.post("/regies/{regie}")
                .takes(RegieInput.class)
                .shows(RegiePage.class)
                .allows(OPERATORS)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> typed(input, violations))
                .handledBy(this::save);
    }

    /** What was not sent is null, whatever the record says. */
    private RegiePage typed(RegieInput input, Violations violations) {
        Optional<Regie> there = find(input.regie());
        return new RegiePage(
                input.regie(),
                there.isEmpty(),
                Objects.requireNonNullElse(input.name(), ""),
                there.map(Regie::client)
                        .orElseGet(() -> Objects.requireNonNullElse(input.client(), "")),
                input.saisie(),
                input.isOnline(),
                violations);
    }

    private Answer<RegiePage> save(Request request, RegieInput input) {
        Optional<Regie> there = find(input.regie());
        Regie regie;
        if (there.isPresent()) {
            regie = there.get();
            regie.change(input);
        } else {
            if (isTaken(input.client())) {
                Violations taken =
                        Violations.of("client", TEXTS.text("regie.client.taken", input.client()));
                return Answer.tryAgain(typed(input, taken), taken);
            }
            regie = new Regie(input);
            entities.persist(regie);
        }
        return Answer.done(regie.page(), "/regies", TEXTS.text("regie.saved", regie.name()));
    }

    private boolean isTaken(String client) {
        return entities.createNamedQuery("Regie.ofClient", Regie.class)
                .setParameter("client", client)
                .getResultStream()
                .findFirst()
                .isPresent();
    }
}

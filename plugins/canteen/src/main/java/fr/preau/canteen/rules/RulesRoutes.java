package fr.preau.canteen.rules;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules of a canteen, school year by school year, as those fix them who run it. */
public final class RulesRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(RulesRoutes.class);

    private final Callers readers;
    private final Callers fixers;
    private final EntityManager entities;
    private final WhoRuns who;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    /**
     * @param readers who may see them
     * @param fixers who fixes them
     */
    public RulesRoutes(
            Callers readers, Callers fixers, EntityManager entities, WhoRuns who, Clock clock) {
        this.readers = readers;
        this.fixers = fixers;
        this.entities = entities;
        this.who = who;
        this.clock = clock;
    }

    public List<Route<?, ?>> routes() {
        return List.of(list(), one(), save());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    private Route<NoInput, YearsPage> list() {
        return Route.get("/rules")
                .shows(YearsPage.class)
                .allows(readers)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("rules.title"),
                                        templates.years(page, context)))
                .handledBy((request, input) -> Answer.show(list(request)));
    }

    private YearsPage list(Request request) {
        boolean own = who.fixesHere(request);
        List<CanteenRules> all = own ? new RuleBook(entities).all() : List.of();
        int next =
                all.isEmpty()
                        ? SchoolYear.of(today()).begins()
                        : all.get(0).terms().year().begins() + 1;
        return new YearsPage(
                own,
                own && fixers.admit(request.caller().profile(), request.caller().functions()),
                next,
                all.stream().map(CanteenRules::terms).map(this::line).toList());
    }

    private YearsPage.Line line(Terms terms) {
        return new YearsPage.Line(
                terms.year().begins(),
                terms.year().toString(),
                terms.campaignFrom(),
                terms.campaignUntil(),
                terms.isCampaign(today()));
    }

    private Route<YearInput, RulesPage> one() {
        return Route.get("/rules/{year}")
                .takes(YearInput.class)
                .shows(RulesPage.class)
                .allows(fixers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(one(request, input.year())));
    }

    private RulesPage one(Request request, int year) {
        if (!who.fixesHere(request)) {
            return RulesForm.elsewhere(year);
        }
        CanteenRules there = entities.find(CanteenRules.class, year);
        if (there != null) {
            return RulesForm.kept(there);
        }
        List<CanteenRules> all = new RuleBook(entities).all();
        int next = list(request).next();
        if (year != next) {
            throw Refusal.notFound();
        }
        return RulesForm.next(year, all.isEmpty() ? null : all.get(0));
    }

    private Screen draw(RulesPage page, PageContext context) {
        return new Screen(context.text("rules.of", page.name()), templates.rules(page, context));
    }

    private Route<RulesInput, RulesPage> save() {
        return Route.post("/rules/{year}")
                .takes(RulesInput.class)
                .shows(RulesPage.class)
                .allows(fixers)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> RulesForm.typed(input, violations))
                .handledBy(this::save);
    }

    private Answer<RulesPage> save(Request request, RulesInput input) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
        Optional<CanteenRules> there =
                Optional.ofNullable(
                        entities.find(
                                CanteenRules.class, input.year(), LockModeType.PESSIMISTIC_WRITE));
        RulesCheck check = new RulesCheck(input);
        Optional<Terms> terms = check.terms();
        Violations problems = check.violations().and(outdated(input, there));
        if (!problems.isEmpty() || terms.isEmpty()) {
            return Answer.tryAgain(RulesForm.typed(input, problems), problems);
        }
        CanteenRules rules = there.orElseGet(() -> new CanteenRules(terms.get()));
        if (there.isPresent()) {
            rules.fix(terms.get());
        } else {
            entities.persist(rules);
        }
        return Answer.done(
                RulesForm.kept(rules), "/rules", TEXTS.text("rules.saved", terms.get().year()));
    }

    private static Violations outdated(RulesInput input, Optional<CanteenRules> there) {
        int seen = input.version() == null ? 0 : input.version();
        return there.isEmpty() || there.get().version() == seen
                ? Violations.none()
                : Violations.of("campaignFrom", TEXTS.text("rules.problem.changed"));
    }
}

package fr.preau.canteen.registration;

import fr.preau.api.directory.Family;
import fr.preau.api.directory.FamilyChild;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.tariff.TaxNotice;
import fr.preau.canteen.templates.StaticTemplates;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages on which a guardian registers children, in four steps that are kept one by one. */
final class RegistrationRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(RegistrationRoutes.class);

    private final Callers families;
    private final Registering registering;
    private final RegistrationForms forms;
    private final OwnChildren own;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    RegistrationRoutes(
            Callers families,
            Registering registering,
            RegistrationForms forms,
            OwnChildren own,
            WhoRuns who) {
        this.families = families;
        this.registering = registering;
        this.forms = forms;
        this.own = own;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                all(),
                begin(),
                children(),
                choose(),
                days(),
                eat(),
                quotient(),
                declare(),
                payers(),
                pay(),
                summary(),
                send());
    }

    /** At the Département's place, where every guardian has it once. */
    Card<RegistrationCard> card() {
        return new Card<>(
                "registration",
                RegistrationCard.class,
                forms::card,
                (card, context) -> templates.registrationCard(card, context));
    }

    private Route<NoInput, RegistrationsPage> all() {
        return Route.get("/registrations")
                .shows(RegistrationsPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(forms.all(request)));
    }

    private Screen draw(RegistrationsPage page, PageContext context) {
        return new Screen(
                context.text("registrations.title"), templates.registrations(page, context));
    }

    private Route<NoInput, RegistrationsPage> begin() {
        return Route.post("/registrations")
                .shows(RegistrationsPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            requireOwn(request);
                            Application application = registering.begin(request.caller());
                            return Answer.done(
                                    forms.all(request),
                                    Step.address(
                                            application.id(),
                                            Math.min(application.reached() + 1, Step.SUMMARY)));
                        });
    }

    private void requireOwn(Request request) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
    }

    private Screen title(PageContext context, Step step, gg.jte.Content body) {
        return new Screen(
                step.number() == Step.SUMMARY
                        ? context.text("registration.summary.title")
                        : context.text("registration.step." + step.number()),
                body);
    }

    private Route<ApplicationInput, ChildrenPage> children() {
        return Route.get("/registrations/{application}/children")
                .takes(ApplicationInput.class)
                .shows(ChildrenPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Family family = own.of(request);
                            return Answer.show(
                                    forms.children(open(request, input.application()), family));
                        });
    }

    private Screen draw(ChildrenPage page, PageContext context) {
        return title(context, page.step(), templates.registrationChildren(page, context));
    }

    /** One that can be changed, to be looked at. */
    private Application open(Request request, UUID id) {
        Application application = registering.own(request, id);
        if (!application.state().isOpen()) {
            throw Refusal.notFound();
        }
        return application;
    }

    /** The same, where a step of it can be filled in: the ones before are. */
    private Application open(Request request, UUID id, int step) {
        Application application = open(request, id);
        if (application.reached() < step - 1) {
            throw Refusal.notFound();
        }
        return application;
    }

    private Application hold(Request request, UUID id, int step) {
        Application application = registering.hold(request, id);
        if (application.reached() < step - 1) {
            throw Refusal.notFound();
        }
        return application;
    }

    private Route<ChildrenInput, ChildrenPage> choose() {
        return Route.post("/registrations/{application}/children")
                .takes(ChildrenInput.class)
                .shows(ChildrenPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(this::choose);
    }

    private Answer<ChildrenPage> choose(Request request, ChildrenInput input) {
        Family family = own.of(request);
        Application application = registering.hold(request, input.application());
        Map<UUID, FamilyChild> mine = new HashMap<>();
        for (FamilyChild child : family.children()) {
            mine.put(child.child().pupil().id().value(), child);
        }
        List<FamilyChild> chosen =
                input.chosen().stream().distinct().map(mine::get).filter(Objects::nonNull).toList();
        Violations problems = problems(application, input, chosen);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(
                    forms.children(application, family, input.chosen(), problems), problems);
        }
        registering.choose(application, chosen);
        return Answer.done(
                forms.children(application, family, input.chosen(), Violations.none()),
                Step.address(application.id(), Step.DAYS));
    }

    private Violations problems(
            Application application, ChildrenInput input, List<FamilyChild> chosen) {
        if (chosen.isEmpty()) {
            return Violations.of("child", TEXTS.text("registration.problem.none"));
        }
        if (chosen.size() < Set.copyOf(input.chosen()).size()) {
            return Violations.of("child", TEXTS.text("registration.problem.not-yours"));
        }
        Set<UUID> elsewhere = registering.registeredElsewhere(application, input.chosen());
        String names =
                chosen.stream()
                        .map(child -> child.child().pupil())
                        .filter(pupil -> elsewhere.contains(pupil.id().value()))
                        .map(pupil -> pupil.displayName())
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Violations.none()
                : Violations.of("child", TEXTS.text("registration.problem.elsewhere", names));
    }

    private Route<ApplicationInput, DaysPage> days() {
        return Route.get("/registrations/{application}/days")
                .takes(ApplicationInput.class)
                .shows(DaysPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        forms.days(open(request, input.application(), Step.DAYS))));
    }

    private Screen draw(DaysPage page, PageContext context) {
        return title(context, page.step(), templates.registrationDays(page, context));
    }

    private Route<DaysInput, DaysPage> eat() {
        return Route.post("/registrations/{application}/days")
                .takes(DaysInput.class)
                .shows(DaysPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(this::eat);
    }

    private Answer<DaysPage> eat(Request request, DaysInput input) {
        Application application = hold(request, input.application(), Step.DAYS);
        Set<DayOfWeek> served = registering.terms(application).weekdays();
        List<ApplicationChild> children = registering.children(application);
        for (ApplicationChild child : children) {
            Violations wrong = problems(child, input.of(child.id()), served);
            if (!wrong.isEmpty()) {
                return Answer.tryAgain(forms.days(application, input, child.id(), wrong), wrong);
            }
        }
        registering.eat(application, children, input::of);
        return Answer.done(forms.days(application), Step.address(application.id(), Step.QUOTIENT));
    }

    private static Violations problems(
            ApplicationChild child, Set<DayOfWeek> days, Set<DayOfWeek> served) {
        if (days.isEmpty()) {
            return Violations.of("day", TEXTS.text("registration.problem.days", child.pupilName()));
        }
        return served.containsAll(days)
                ? Violations.none()
                : Violations.of("day", TEXTS.text("registration.problem.not-served"));
    }

    private Route<ApplicationInput, QuotientPage> quotient() {
        return Route.get("/registrations/{application}/quotient")
                .takes(ApplicationInput.class)
                .shows(QuotientPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        forms.quotient(
                                                open(
                                                        request,
                                                        input.application(),
                                                        Step.QUOTIENT))));
    }

    private Screen draw(QuotientPage page, PageContext context) {
        return title(context, page.step(), templates.registrationQuotient(page, context));
    }

    private Route<QuotientInput, QuotientPage> declare() {
        return Route.post("/registrations/{application}/quotient")
                .takes(QuotientInput.class)
                .shows(QuotientPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                typed(
                                        open(request, input.application(), Step.QUOTIENT),
                                        input,
                                        violations))
                .handledBy(this::declare);
    }

    private QuotientPage typed(
            Application application, QuotientInput input, Violations violations) {
        @Nullable QuotientSource source = input.source();
        return forms.quotient(
                application, source, input.typedIncome(), input.typedShares(), violations);
    }

    private Answer<QuotientPage> declare(Request request, QuotientInput input) {
        Application application = hold(request, input.application(), Step.QUOTIENT);
        if (input.source() == QuotientSource.NONE) {
            registering.declareNothing(application);
        } else {
            Violations problems = problems(application, input);
            if (!problems.isEmpty()) {
                return Answer.tryAgain(typed(application, input, problems), problems);
            }
            registering.declare(
                    application,
                    TaxNotice.of(input.typedIncome(), input.typedShares()).orElseThrow(),
                    input);
        }
        return Answer.done(
                forms.quotient(application), Step.address(application.id(), Step.PAYERS));
    }

    private static Violations problems(Application application, QuotientInput input) {
        Violations problems = TaxNotice.problems(input.typedIncome(), input.typedShares());
        if (input.notice() == null) {
            return application.noticeFile().isPresent()
                    ? problems
                    : problems.and(
                            Violations.of("notice", TEXTS.text("registration.problem.notice")));
        }
        boolean readable =
                input.notice().isPicture()
                        || input.notice().contentType().equals("application/pdf");
        return readable
                ? problems
                : problems.and(
                        Violations.of("notice", TEXTS.text("registration.problem.notice.kind")));
    }

    private Route<ApplicationInput, PayersPage> payers() {
        return Route.get("/registrations/{application}/payers")
                .takes(ApplicationInput.class)
                .shows(PayersPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        RegistrationForms.payers(
                                                open(request, input.application(), Step.PAYERS))));
    }

    private Screen draw(PayersPage page, PageContext context) {
        return title(context, page.step(), templates.registrationPayers(page, context));
    }

    private Route<PayersInput, PayersPage> pay() {
        return Route.post("/registrations/{application}/payers")
                .takes(PayersInput.class)
                .shows(PayersPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                typed(
                                        open(request, input.application(), Step.PAYERS),
                                        input,
                                        violations))
                .handledBy(this::pay);
    }

    /** What was not sent is null, whatever the record says. */
    private static PayersPage typed(
            Application application, PayersInput input, Violations violations) {
        return new PayersPage(
                Step.of(application, Step.PAYERS),
                application.guardianName(),
                Objects.requireNonNullElse(input.split(), Split.ALONE),
                input.typedShare(),
                Boolean.TRUE.equals(input.ownEven()),
                input.typedOther(),
                Objects.requireNonNullElse(input.mail(), ""),
                violations);
    }

    private Answer<PayersPage> pay(Request request, PayersInput input) {
        Application application = hold(request, input.application(), Step.PAYERS);
        Violations problems = problems(input);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(typed(application, input, problems), problems);
        }
        Integer percent = input.percent();
        boolean alone = input.split() == Split.ALONE;
        registering.pay(
                application,
                new Payers(
                        input.split(),
                        input.split() == Split.SHARES && percent != null ? percent : 100,
                        input.split() == Split.WEEKS && Boolean.TRUE.equals(input.ownEven()),
                        alone ? "" : input.typedOther(),
                        input.mail()));
        return Answer.done(
                RegistrationForms.payers(application),
                Step.address(application.id(), Step.SUMMARY));
    }

    private static Violations problems(PayersInput input) {
        Violations problems = Violations.none();
        if (input.split() != Split.ALONE && input.typedOther().isEmpty()) {
            problems = Violations.of("otherName", TEXTS.text("registration.problem.other"));
        }
        if (input.split() == Split.SHARES && input.percent() == null) {
            problems =
                    problems.and(
                            Violations.of("ownShare", TEXTS.text("registration.problem.share")));
        }
        if (input.split() == Split.WEEKS && input.ownEven() == null) {
            problems =
                    problems.and(
                            Violations.of("ownEven", TEXTS.text("registration.problem.weeks")));
        }
        return problems;
    }

    private Route<ApplicationInput, SummaryPage> summary() {
        return Route.get("/registrations/{application}/summary")
                .takes(ApplicationInput.class)
                .shows(SummaryPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        forms.summary(
                                                open(request, input.application(), Step.SUMMARY),
                                                Violations.none())));
    }

    private Screen draw(SummaryPage page, PageContext context) {
        return title(context, page.step(), templates.registrationSummary(page, context));
    }

    private Route<SendingInput, SummaryPage> send() {
        return Route.post("/registrations/{application}/summary")
                .takes(SendingInput.class)
                .shows(SummaryPage.class)
                .allows(families)
                .drawnBy(this::draw)
                .handledBy(this::send);
    }

    private Answer<SummaryPage> send(Request request, SendingInput input) {
        Application application = registering.own(request, input.application());
        if (!application.state().isOpen()) {
            // The same form once more: it is sent already.
            return done(application);
        }
        application = registering.hold(request, input.application());
        List<ApplicationChild> children = registering.children(application);
        Violations problems =
                registering.problems(application, children, Boolean.TRUE.equals(input.agreed()));
        if (!problems.isEmpty()) {
            return Answer.tryAgain(forms.summary(application, problems), problems);
        }
        registering.send(request, application, children);
        return done(application);
    }

    private Answer<SummaryPage> done(Application application) {
        return Answer.done(
                forms.summary(application, Violations.none()),
                "/registrations",
                TEXTS.text("registration.sent"));
    }
}

package fr.preau.canteen.tariff;

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
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.tariff.TariffsPage.State;
import fr.preau.canteen.templates.StaticTemplates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tariffs of a place, as those fix them who run its canteen. */
final class TariffRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(TariffRoutes.class);

    private final Callers readers;
    private final Callers fixers;
    private final TariffBook book;
    private final WhoRuns who;
    private final NewIds ids;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    TariffRoutes(
            Callers readers,
            Callers fixers,
            TariffBook book,
            WhoRuns who,
            NewIds ids,
            Clock clock) {
        this.readers = readers;
        this.fixers = fixers;
        this.book = book;
        this.who = who;
        this.ids = ids;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), newOne(), one(), save(), delete());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
    }

    private Route<NoInput, TariffsPage> list() {
        return Route.get("/tariffs")
                .shows(TariffsPage.class)
                .allows(readers)
                .drawnBy(this::drawList)
                .handledBy((request, input) -> Answer.show(list(request)));
    }

    private Screen drawList(TariffsPage page, PageContext context) {
        return new Screen(context.text("tariffs.title"), templates.tariffs(page, context));
    }

    private TariffsPage list(Request request) {
        boolean own = who.fixesHere(request);
        if (!own) {
            return new TariffsPage(false, false, null, List.of());
        }
        boolean changes = fixers.admit(request.caller().profile(), request.caller().functions());
        LocalDate today = today();
        List<TariffsPage.Line> lines = new ArrayList<>();
        UUID current = null;
        for (Tariff tariff : book.all()) {
            State state =
                    !tariff.holds(today)
                            ? State.COMING
                            : current == null ? State.CURRENT : State.PAST;
            if (state == State.CURRENT) {
                current = tariff.id();
            }
            lines.add(
                    new TariffsPage.Line(
                            tariff.id(), tariff.decision(), tariff.validFrom(), state));
        }
        return new TariffsPage(
                true, changes, book.on(today).map(TariffsPage.Shown::of).orElse(null), lines);
    }

    private Route<NoInput, TariffPage> newOne() {
        return Route.get("/tariffs/new")
                .shows(TariffPage.class)
                .allows(fixers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            UUID key = ids.next();
                            return Answer.show(
                                    who.fixesHere(request)
                                            ? TariffForm.next(
                                                    key, book.on(today()).orElse(null), today())
                                            : TariffForm.elsewhere(key));
                        });
    }

    private void requireOwn(Request request) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
    }

    private Screen draw(TariffPage page, PageContext context) {
        return new Screen(
                page.isNew() ? context.text("tariff.new") : page.decision(),
                templates.tariff(page, context));
    }

    private Route<TariffId, TariffPage> one() {
        return Route.get("/tariffs/{tariff}")
                .takes(TariffId.class)
                .shows(TariffPage.class)
                .allows(fixers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            requireOwn(request);
                            Tariff tariff =
                                    book.find(input.tariff()).orElseThrow(Refusal::notFound);
                            return Answer.show(
                                    TariffForm.kept(tariff, book.bands(tariff.id()), today()));
                        });
    }

    private Route<TariffInput, TariffPage> save() {
        return Route.post("/tariffs/{tariff}")
                .takes(TariffInput.class)
                .shows(TariffPage.class)
                .allows(fixers)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                TariffForm.typed(
                                        input, book.find(input.tariff()).isEmpty(), violations))
                .handledBy(this::save);
    }

    private Answer<TariffPage> save(Request request, TariffInput input) {
        requireOwn(request);
        Optional<Tariff> there = book.hold(input.tariff());
        TariffCheck check = new TariffCheck(input.band());
        Optional<Bands> bands = check.bands();
        Integer passager = check.price("passager", input.passager());
        Integer guest = check.price("guest", input.guest());
        Violations problems = check.violations().and(ofTheDay(input)).and(ofTheRow(input, there));
        if (!problems.isEmpty() || bands.isEmpty() || passager == null || guest == null) {
            return Answer.tryAgain(TariffForm.typed(input, there.isEmpty(), problems), problems);
        }
        Tariff tariff = there.orElseGet(() -> new Tariff(input.tariff()));
        tariff.fix(input.decision().strip(), input.validFrom(), passager, guest);
        if (there.isPresent()) {
            book.change(tariff.id(), bands.get());
        } else {
            book.add(tariff, bands.get());
        }
        return Answer.done(
                TariffForm.kept(tariff, bands.get(), today()),
                "/tariffs",
                TEXTS.text("tariff.saved", FrenchDays.day(tariff.validFrom())));
    }

    /** What holds already has been billed by: a new one begins later, but for the first of all. */
    private Violations ofTheDay(TariffInput input) {
        LocalDate day = input.validFrom();
        if (book.isTaken(day, input.tariff())) {
            return Violations.of("validFrom", TEXTS.text("tariff.problem.taken"));
        }
        boolean first = book.all().stream().allMatch(each -> each.id().equals(input.tariff()));
        return first || day.isAfter(today())
                ? Violations.none()
                : Violations.of("validFrom", TEXTS.text("tariff.problem.past"));
    }

    private Violations ofTheRow(TariffInput input, Optional<Tariff> there) {
        if (there.isEmpty()) {
            return Violations.none();
        }
        Tariff tariff = there.get();
        if (tariff.holds(today())) {
            return Violations.of("decision", TEXTS.text("tariff.problem.fixed"));
        }
        return input.version() != null && input.version() == tariff.version()
                ? Violations.none()
                : Violations.of("decision", TEXTS.text("tariff.problem.changed"));
    }

    private Route<TariffId, TariffsPage> delete() {
        return Route.post("/tariffs/{tariff}/delete")
                .takes(TariffId.class)
                .shows(TariffsPage.class)
                .allows(fixers)
                .drawnBy(this::drawList)
                .handledBy(
                        (request, input) -> {
                            requireOwn(request);
                            book.hold(input.tariff()).ifPresent(this::delete);
                            return Answer.done(
                                    list(request), "/tariffs", TEXTS.text("tariff.deleted"));
                        });
    }

    private void delete(Tariff tariff) {
        if (tariff.holds(today())) {
            throw new Refusal(
                    409,
                    "tariff-holds",
                    TEXTS.text("tariff.holds.title"),
                    TEXTS.text("tariff.problem.fixed"));
        }
        book.delete(tariff);
    }
}

package fr.preau.portal.home;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.portal.console.Figures;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.OwnPlaces;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.AccueilPage;
import fr.preau.portal.pages.CardPage;
import fr.preau.portal.pages.ChildLine;
import fr.preau.portal.pages.CollegeBlock;
import fr.preau.portal.pages.DrawnCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accueil: the children of all collèges, and what each module has to say.
 *
 * <p>The collèges are read beside each other, each on one unit of work. A card that fails or is
 * late is lost; the page is not.
 */
public final class AccueilRoutes {

    /** So long a page waits for its cards; what is late comes by itself. */
    public static final Duration CARDS = Duration.ofMillis(150);

    /** Until then the cards have ended by themselves; else something of ours hangs. */
    private static final Duration SLACK = Duration.ofMillis(60);

    private final Tenants tenants;
    private final UnitsOfWork units;
    private final Directory directory;
    private final ModuleGate gate;
    private final Figures figures;
    private final Drawing drawing;
    private final ExecutorService readers;
    private final CallGate calls;
    private final Duration cards;

    /**
     * @param readers threads for reading the collèges
     * @param cards so long a page waits for its cards
     */
    public AccueilRoutes(
            Tenants tenants,
            UnitsOfWork units,
            Directory directory,
            ModuleGate gate,
            Figures figures,
            Drawing drawing,
            ExecutorService readers,
            CallGate calls,
            Duration cards) {
        this.tenants = tenants;
        this.units = units;
        this.directory = directory;
        this.gate = gate;
        this.figures = figures;
        this.drawing = drawing;
        this.readers = readers;
        this.calls = calls;
        this.cards = cards;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/")
                        .shows(AccueilPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.screens().accueil(page, context))
                        .handledBy(this::accueil),
                Route.get("/cards/{college}/{module}/{card}")
                        .takes(WantedCard.class)
                        .shows(CardPage.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.screens().card(page, context))
                        .handledBy(this::card));
    }

    /** A card that was late on the accueil. */
    private record WantedCard(String college, String module, String card) {}

    /** One card, with the time that a module has for it when nothing else waits. */
    private Answer<CardPage> card(Request request, WantedCard input) {
        Visit visit = Visit.of(request);
        Tenant tenant =
                colleges(visit.person()).stream()
                        .filter(open -> open.college().slug().equals(input.college()))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        List<LivePlugin> module =
                gate.serving(tenant.college().uai(), input.module()).stream().toList();
        Begun begun = begin(visit, tenant, module, System.nanoTime(), input.card());
        boolean reads = begun.reading.children().isPresent();
        // Its time begins when the children have been read.
        await(begun, System.nanoTime() + CallKind.CARD.budget().plus(SLACK).toNanos());
        return begun.reading.cards().stream()
                .filter(card -> reads && card.slot().id().equals(input.card()))
                .map(card -> new CardPage(card.slot(), card.drawn().orElse(null)))
                .map(Answer::show)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** A reading and the thread that does it. */
    private record Begun(CollegeReading reading, Future<?> thread) {}

    private Answer<AccueilPage> accueil(Request request, NoInput input) {
        Visit visit = Visit.of(request);
        SignedIn person = visit.person();
        long until = System.nanoTime() + cards.toNanos();
        List<Begun> begun =
                colleges(person).stream()
                        .map(
                                tenant ->
                                        begin(
                                                visit,
                                                tenant,
                                                gate.modulesOn(tenant.college().uai()),
                                                until,
                                                null))
                        .toList();
        List<ChildLine> children = new ArrayList<>();
        List<CollegeBlock> blocks = new ArrayList<>();
        List<DrawnCard> drawn = new ArrayList<>();
        for (Begun college : begun) {
            Optional<List<ChildLine>> here = college.reading.children();
            await(college, until + SLACK.toNanos());
            here.ifPresent(
                    lines -> {
                        List<ReadCard> cards = college.reading.cards();
                        children.addAll(lines);
                        blocks.add(block(visit, college.reading, cards));
                        cards.forEach(card -> card.drawn().ifPresent(drawn::add));
                    });
        }
        return Answer.show(
                new AccueilPage(
                        person.givenName(),
                        children,
                        blocks,
                        person.operator() ? figures.totals() : null,
                        drawn));
    }

    private Set<Tenant> colleges(SignedIn person) {
        return OwnPlaces.of(person, tenants, gate).keySet();
    }

    private Begun begin(
            Visit visit,
            Tenant tenant,
            List<LivePlugin> modules,
            long until,
            @Nullable String only) {
        CollegeReading reading =
                new CollegeReading(
                        visit,
                        tenant,
                        modules,
                        units,
                        directory,
                        gate,
                        calls,
                        until,
                        only,
                        new CardDrawing(drawing));
        return new Begun(reading, readers.submit(reading));
    }

    private static void await(Begun college, long until) {
        college.reading.awaitCards(until);
        if (college.reading.wasGivenUp()) {
            college.thread.cancel(true);
        }
    }

    private CollegeBlock block(Visit visit, CollegeReading reading, List<ReadCard> cards) {
        College college = reading.college();
        return new CollegeBlock(
                college.slug(),
                college.name(),
                college.commune(),
                college.accent(),
                reading.memberships().stream().map(Membership::profile).collect(Collectors.toSet()),
                drawing.menu().links(visit.person(), college),
                cards.stream().map(ReadCard::slot).toList());
    }
}

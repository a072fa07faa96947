package fr.preau.portal.safety;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.safety.ClosingWish;
import fr.preau.core.safety.WritingClosure;
import fr.preau.core.safety.WritingClosures;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.ClosingPage;
import fr.preau.portal.pages.ClosingQuestion;
import fr.preau.portal.pages.TypedClosing;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Closes writing and opens it again: in the console for all collèges or some, in the administration
 * of a collège for that one. A question comes before, which says in numbers whom it concerns.
 */
public final class ClosingRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);
    private static final String CONSOLE = "/departement/writing";
    private static final String OF_A_COLLEGE = "/colleges/{college}/writing";

    private final ClosingSheets sheets;
    private final WritingClosures closures;
    private final Tenants tenants;
    private final NewIds ids;
    private final Clock clock;
    private final Drawing drawing;

    public ClosingRoutes(
            ClosingSheets sheets,
            WritingClosures closures,
            Tenants tenants,
            NewIds ids,
            Clock clock,
            Drawing drawing) {
        this.sheets = sheets;
        this.closures = closures;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
        this.drawing = drawing;
    }

    private record Place(@Nullable String college) {}

    private record OneClosure(@Nullable String college, UUID closure) {}

    public List<Route<?, ?>> routes() {
        return Stream.of(routes(CONSOLE, OPERATORS), routes(OF_A_COLLEGE, Administrators.CALLERS))
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    private List<Route<?, ?>> routes(String address, Callers callers) {
        return List.of(
                Route.get(address)
                        .takes(Place.class)
                        .shows(ClosingPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.closing().page(page, context))
                        .handledBy(this::show),
                Route.post(address + "/confirmation")
                        .takes(ClosingInput.class)
                        .shows(ClosingPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.closing().page(page, context))
                        .handledBy(this::ask),
                Route.post(address)
                        .takes(ClosingInput.class)
                        .shows(ClosingPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.closing().page(page, context))
                        .handledBy(this::close),
                Route.post(address + "/{closure}/opening")
                        .takes(OneClosure.class)
                        .shows(ClosingPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.closing().page(page, context))
                        .handledBy(this::open));
    }

    /** The collège in whose administration somebody is; null in the console. */
    private @Nullable Tenant enter(Request request, @Nullable String college) {
        Visit visit = Visit.of(request);
        return visit.address().startsWith(CONSOLE)
                ? null
                : Administrators.enter(visit, tenants, college == null ? "" : college);
    }

    private Answer<ClosingPage> show(Request request, Place input) {
        return Answer.show(
                sheets.page(
                        enter(request, input.college()), sheets.untouched(), Violations.none()));
    }

    private List<Tenant> colleges(@Nullable Tenant own, TypedClosing typed) {
        if (own != null) {
            return List.of(own);
        }
        Set<String> ticked = Set.copyOf(typed.at());
        return sheets.open().stream()
                .filter(tenant -> !typed.some() || ticked.contains(tenant.college().slug()))
                .toList();
    }

    private ClosingCheck check(@Nullable Tenant own, TypedClosing typed) {
        return new ClosingCheck(typed, colleges(own, typed), drawing.texts(), clock.instant());
    }

    private Answer<ClosingPage> ask(Request request, ClosingInput input) {
        Tenant own = enter(request, input.college());
        TypedClosing typed = input.typed();
        ClosingCheck check = check(own, typed);
        Violations violations = check.violations();
        if (!violations.isEmpty()) {
            return Answer.tryAgain(sheets.page(own, typed, violations), violations);
        }
        ClosingQuestion question =
                sheets.question(typed, check.colleges(), check.until().orElse(null), ids.next());
        return Answer.show(sheets.page(own, typed, violations, question));
    }

    private Answer<ClosingPage> close(Request request, ClosingInput input) {
        Tenant own = enter(request, input.college());
        TypedClosing typed = input.typed();
        ClosingCheck check = check(own, typed);
        Violations violations = check.violations();
        if (!violations.isEmpty()) {
            return Answer.tryAgain(sheets.page(own, typed, violations), violations);
        }
        ClosingWish wish =
                new ClosingWish(
                        input.act() == null ? ids.next() : input.act(),
                        own == null ? Closure.By.DEPARTEMENT : Closure.By.COLLEGE,
                        Set.copyOf(typed.profiles()),
                        typed.notice(),
                        check.until().orElse(null));
        if (own == null && !typed.some()) {
            closures.closeEverywhere(actor(request), wish);
        } else {
            closures.closeAt(
                    actor(request),
                    wish,
                    check.colleges().stream().map(tenant -> tenant.college().uai()).toList());
        }
        return done(own, "closing.closed");
    }

    private Answer<ClosingPage> open(Request request, OneClosure input) {
        Tenant own = enter(request, input.college());
        WritingClosure closure =
                closures.all().stream()
                        .filter(one -> one.id().equals(input.closure()))
                        .filter(one -> ClosingSheets.isTheirs(one, own))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        closures.open(actor(request), closure);
        return done(own, "closing.opened");
    }

    private Answer<ClosingPage> done(@Nullable Tenant own, String said) {
        return Answer.done(
                sheets.page(own, sheets.untouched(), Violations.none()),
                ClosingSheets.address(own),
                drawing.texts().text(said));
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}

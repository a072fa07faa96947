package fr.preau.portal.banners;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.banners.Banner;
import fr.preau.core.banners.Banners;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.BannersPage;
import fr.preau.portal.pages.BannersPage.BannerFields;
import fr.preau.portal.pages.BannersPage.BannerLine;
import fr.preau.portal.pages.BannersPage.PageName;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.HiddenBanner;
import fr.preau.portal.resume.OwnAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Urgent messages of the Département at its console, those of a collège at its administration, and
 * the button by which somebody hides one.
 */
public final class BannerRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private final Banners banners;
    private final Tenants tenants;
    private final NewIds ids;
    private final Clock clock;
    private final Drawing drawing;
    private final KnownPages known;
    private final BannerForm form;

    public BannerRoutes(
            Banners banners, Tenants tenants, NewIds ids, Clock clock, Drawing drawing) {
        this.banners = banners;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
        this.drawing = drawing;
        this.known = new KnownPages(drawing);
        this.form = new BannerForm(tenants, drawing.texts());
    }

    private record Which(@Nullable String college, @Nullable UUID banner) {}

    /**
     * What is to be hidden.
     *
     * @param back the page on which it was pressed
     */
    private record Hide(@Nullable UUID banner, int version, @Nullable String back) {}

    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>();
        routes.addAll(at("/departement/banners", OPERATORS));
        routes.addAll(at("/colleges/{college}/banners", Administrators.CALLERS_FOR_BANNERS));
        routes.add(
                Route.post("/banners/{banner}/hide")
                        .takes(Hide.class)
                        .shows(HiddenBanner.class)
                        .allows(Callers.signedIn())
                        .drawnBy((page, context) -> drawing.screens().bannerHidden(context))
                        .handledBy(this::hide));
        return routes;
    }

    private List<Route<?, ?>> at(String address, Callers callers) {
        return List.of(
                Route.get(address)
                        .takes(Which.class)
                        .shows(BannersPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.banners().banners(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(fresh(enter(request, input.college())))),
                Route.get(address + "/{banner}")
                        .takes(Which.class)
                        .shows(BannersPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.banners().banners(page, context))
                        .handledBy(this::edit),
                Route.post(address)
                        .takes(BannerInput.class)
                        .shows(BannersPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.banners().banners(page, context))
                        .whenInvalid(this::again)
                        .handledBy(this::save),
                Route.post(address + "/{banner}")
                        .takes(BannerInput.class)
                        .shows(BannersPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.banners().banners(page, context))
                        .whenInvalid(this::again)
                        .handledBy(this::save),
                Route.post(address + "/{banner}/end")
                        .takes(Which.class)
                        .shows(BannersPage.class)
                        .allows(callers)
                        .drawnBy((page, context) -> drawing.banners().banners(page, context))
                        .handledBy(this::end));
    }

    /** The collège whose messages these are; null at the console, whose route let operators in. */
    private @Nullable Tenant enter(Request request, @Nullable String college) {
        return college == null
                ? null
                : Administrators.enter(
                        Visit.of(request), tenants, college, Administrators.CALLERS_FOR_BANNERS);
    }

    private static @Nullable Uai owner(@Nullable Tenant tenant) {
        return tenant == null ? null : tenant.college().uai();
    }

    private BannersPage fresh(@Nullable Tenant tenant) {
        return page(tenant, form.fresh(ids.next()), Violations.none());
    }

    private BannersPage page(@Nullable Tenant tenant, BannerFields fields, Violations violations) {
        Instant now = clock.instant();
        return new BannersPage(
                tenant == null ? null : tenant.college().slug(),
                banners.of(owner(tenant)).stream().map(banner -> line(banner, now)).toList(),
                fields,
                known(tenant).stream()
                        .map(page -> new PageName(page.label(), page.href()))
                        .toList(),
                tenant == null
                        ? tenants.all().stream()
                                .filter(Tenant::isOpen)
                                .map(BannerRoutes::name)
                                .toList()
                        : List.of(),
                violations);
    }

    private List<KnownPage> known(@Nullable Tenant tenant) {
        return known.of(tenant == null ? null : tenant.college());
    }

    private static CollegeName name(Tenant tenant) {
        return new CollegeName(
                tenant.college().slug(), tenant.college().name(), tenant.college().commune());
    }

    private static BannerLine line(Banner banner, Instant now) {
        return new BannerLine(
                banner.id(),
                banner.text(),
                banner.tone(),
                banner.from(),
                banner.until(),
                banner.isShown(now),
                banner.colleges().size(),
                banner.onSignIn());
    }

    private Answer<BannersPage> edit(Request request, Which input) {
        Tenant tenant = enter(request, input.college());
        return Answer.show(
                page(
                        tenant,
                        form.of(there(tenant, input.banner()), known(tenant)),
                        Violations.none()));
    }

    private Banner there(@Nullable Tenant tenant, @Nullable UUID id) {
        if (id == null) {
            throw Refusal.notFound();
        }
        return banners.find(owner(tenant), id).orElseThrow(Refusal::notFound);
    }

    private BannersPage again(Request request, BannerInput input, Violations violations) {
        Tenant tenant = enter(request, input.college());
        return page(tenant, form.again(input, idOf(input)), violations);
    }

    private UUID idOf(BannerInput input) {
        return input.banner() != null
                ? input.banner()
                : Objects.requireNonNullElseGet(input.key(), ids::next);
    }

    private Answer<BannersPage> save(Request request, BannerInput input) {
        Tenant tenant = enter(request, input.college());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String host = Visit.of(request).host();
        Violations problems = form.problems(input, now, known(tenant), host);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(again(request, input, problems), problems);
        }
        Banner banner = form.banner(input, idOf(input), owner(tenant), now, host);
        if (input.banner() == null) {
            banners.show(actor(request), banner);
        } else {
            there(tenant, input.banner());
            banners.change(actor(request), banner);
        }
        BannersPage page = fresh(tenant);
        return Answer.done(page, page.address(), drawing.texts().text("banners.kept"));
    }

    private Answer<BannersPage> end(Request request, Which input) {
        Tenant tenant = enter(request, input.college());
        if (input.banner() != null) {
            banners.find(owner(tenant), input.banner())
                    .ifPresent(banner -> banners.end(actor(request), banner));
        }
        BannersPage page = fresh(tenant);
        return Answer.done(page, page.address(), drawing.texts().text("banners.ended"));
    }

    private Answer<HiddenBanner> hide(Request request, Hide input) {
        if (input.banner() == null) {
            throw Refusal.notFound();
        }
        Visit.of(request).hideBanner(input.banner(), Math.max(0, input.version()));
        return Answer.done(new HiddenBanner(input.banner()), OwnAddress.orAccueil(input.back()));
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}

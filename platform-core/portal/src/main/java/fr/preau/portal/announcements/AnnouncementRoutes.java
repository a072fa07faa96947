package fr.preau.portal.announcements;

import fr.preau.api.data.NewIds;
import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.announcements.Announcement;
import fr.preau.core.announcements.Announcements;
import fr.preau.core.announcements.Announcements.Told;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.AnnouncementFormPage;
import fr.preau.portal.pages.AnnouncementPage;
import fr.preau.portal.pages.AnnouncementPage.Where;
import fr.preau.portal.pages.AnnouncementsPage;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the Département tells: the list, the form, and how far one has come. */
public final class AnnouncementRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);
    private static final String ALL = "/departement/announcements";

    private final Announcements announcements;
    private final Tenants tenants;
    private final NewIds ids;
    private final Drawing drawing;
    private final AnnouncementForm form;

    public AnnouncementRoutes(
            Announcements announcements,
            Tenants tenants,
            NewIds ids,
            Clock clock,
            Drawing drawing) {
        this.announcements = announcements;
        this.tenants = tenants;
        this.ids = ids;
        this.drawing = drawing;
        this.form = new AnnouncementForm(tenants, drawing.texts(), clock);
    }

    private record PageNumber(@Nullable Integer page) {}

    private record Which(@Nullable UUID announcement) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL)
                        .takes(PageNumber.class)
                        .shows(AnnouncementsPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.announcements().list(page, context))
                        .handledBy((request, input) -> Answer.show(list(input))),
                Route.get(ALL + "/new")
                        .shows(AnnouncementFormPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.announcements().form(page, context))
                        .handledBy((request, input) -> Answer.show(form.fresh(ids.next()))),
                Route.post(ALL)
                        .takes(AnnouncementInput.class)
                        .shows(AnnouncementFormPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.announcements().form(page, context))
                        .whenInvalid(
                                (request, input, violations) ->
                                        form.again(input, key(input), violations))
                        .handledBy(this::accept),
                Route.get(ALL + "/{announcement}")
                        .takes(Which.class)
                        .shows(AnnouncementPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.announcements().one(page, context))
                        .handledBy((request, input) -> Answer.show(one(input))));
    }

    private AnnouncementsPage list(PageNumber input) {
        int page = Math.max(1, Math.min(10_000, Objects.requireNonNullElse(input.page(), 1)));
        PageOf<Told> told = announcements.newest(page);
        return new AnnouncementsPage(
                new PageOf<>(
                        told.items().stream().map(AnnouncementRoutes::line).toList(),
                        told.number(),
                        told.more()));
    }

    private static AnnouncementsPage.Line line(Told told) {
        Announcement announcement = told.announcement();
        return new AnnouncementsPage.Line(
                announcement.id(),
                announcement.kind(),
                announcement.title(),
                announcement.acceptedAt(),
                announcement.acceptedBy(),
                told.spread().colleges(),
                told.spread().delivered(),
                told.spread().people());
    }

    private AnnouncementPage one(Which input) {
        UUID id = input.announcement();
        if (id == null) {
            throw Refusal.notFound();
        }
        Told told = announcements.find(id).orElseThrow(Refusal::notFound);
        List<Where> where =
                announcements.colleges(id).stream()
                        .map(at -> new Where(name(at.uai()), at.deliveredAt(), at.people()))
                        .toList();
        return new AnnouncementPage(
                line(told),
                told.announcement().text(),
                told.announcement().profiles().stream().sorted().toList(),
                where);
    }

    private String name(Uai uai) {
        return tenants.byUai(uai).map(tenant -> tenant.college().name()).orElse(uai.value());
    }

    private UUID key(AnnouncementInput input) {
        return Objects.requireNonNullElseGet(input.key(), ids::next);
    }

    private Answer<AnnouncementFormPage> accept(Request request, AnnouncementInput input) {
        UUID key = key(input);
        List<Uai> colleges =
                form.colleges(input).stream()
                        .map((Tenant tenant) -> tenant.college().uai())
                        .toList();
        Violations problems = form.problems(input);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(form.again(input, key, problems), problems);
        }
        SignedIn person = Visit.of(request).person();
        Actor actor = new Actor(person.account(), person.displayName());
        Announcement announcement = form.announcement(input, key, actor.name());
        announcements.accept(actor, announcement, colleges);
        String notice =
                announcement.kind() == Kind.MESSAGE
                        ? "announcements.accepted.message"
                        : "announcements.accepted.news";
        return Answer.done(
                form.again(input, key, Violations.none()),
                ALL + "/" + key,
                drawing.texts().text(notice, colleges.size()));
    }
}

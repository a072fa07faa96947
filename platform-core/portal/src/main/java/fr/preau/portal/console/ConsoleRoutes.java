package fr.preau.portal.console;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.AuditLine;
import fr.preau.portal.pages.AuditPage;
import fr.preau.portal.pages.CollegeName;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModuleTurned;
import fr.preau.portal.pages.ModulesPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Département's console: its collèges, the matrix of their modules, and who did what. */
public final class ConsoleRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private static final String MATRIX = "/departement/modules";

    private final Figures figures;
    private final ModuleMatrix matrix;
    private final ModuleSwitchboard switchboard;
    private final Tenants tenants;
    private final AuditLog audit;
    private final NewIds ids;
    private final Drawing drawing;

    public ConsoleRoutes(
            Figures figures,
            ModuleMatrix matrix,
            ModuleSwitchboard switchboard,
            Tenants tenants,
            AuditLog audit,
            NewIds ids,
            Drawing drawing) {
        this.figures = figures;
        this.matrix = matrix;
        this.switchboard = switchboard;
        this.tenants = tenants;
        this.audit = audit;
        this.ids = ids;
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/colleges")
                        .shows(CollegesPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().colleges(page, context))
                        .handledBy((request, input) -> Answer.show(figures.colleges())),
                Route.get("/departement/modules")
                        .takes(ModuleInputs.Search.class)
                        .shows(ModulesPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().modules(page, context))
                        .handledBy(this::matrix),
                Route.get("/departement/modules/{module}/confirmation")
                        .takes(ModuleInputs.Question.class)
                        .shows(ModuleSwitchConfirmPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().confirmSwitch(page, context))
                        .handledBy(this::confirm),
                Route.post("/departement/modules/{module}")
                        .takes(ModuleInputs.Bulk.class)
                        .shows(ModulesPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().modules(page, context))
                        .handledBy(this::turnMany),
                Route.post("/departement/modules/{module}/{slug}")
                        .takes(ModuleInputs.Switch.class)
                        .shows(ModulesPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().modules(page, context))
                        .handledBy(this::turn),
                Route.put("/departement/modules/{module}/{slug}")
                        .takes(ModuleInputs.Switch.class)
                        .shows(ModulesPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().modules(page, context))
                        .handledBy(this::turn),
                Route.get("/departement/audit")
                        .takes(ModuleInputs.PageNumber.class)
                        .shows(AuditPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.console().audit(page, context))
                        .handledBy(this::audit));
    }

    private Answer<ModulesPage> matrix(Request request, ModuleInputs.Search input) {
        return Answer.show(matrix.page(input.search(), turned(input.done())));
    }

    private Answer<ModuleSwitchConfirmPage> confirm(Request request, ModuleInputs.Question input) {
        String title = matrix.title(input.module());
        List<Tenant> targets = inCommune(input.commune());
        List<Tenant> changing = matrix.changing(input.module(), targets, input.enabled());
        return Answer.show(
                new ModuleSwitchConfirmPage(
                        input.module(),
                        title,
                        input.commune(),
                        input.enabled(),
                        changing.stream().map(ConsoleRoutes::name).toList(),
                        targets.size() - changing.size(),
                        input.enabled() ? matrix.permissions(input.module()) : List.of(),
                        input.enabled() ? List.of() : matrix.losing(input.module(), changing),
                        ids.next()));
    }

    private Answer<ModulesPage> turnMany(Request request, ModuleInputs.Bulk input) {
        matrix.title(input.module());
        List<Tenant> targets =
                input.college().isEmpty()
                        ? inCommune(input.commune())
                        : input.college().stream()
                                .map(this::open)
                                .filter(tenant -> !tenant.college().uai().isDepartement())
                                .toList();
        UUID act = input.act() == null ? ids.next() : input.act();
        List<Tenant> changing = matrix.changing(input.module(), targets, input.enabled());
        turn(request, act, input.module(), changing, input.enabled());
        return Answer.done(matrix.page(null, turned(act)), MATRIX + "?done=" + act);
    }

    private Answer<ModulesPage> turn(Request request, ModuleInputs.Switch input) {
        matrix.title(input.module());
        Tenant tenant = open(input.slug());
        if (tenant.college().uai().isDepartement() && !matrix.isForDepartement(input.module())) {
            throw new Refusal(
                    409,
                    "not-for-departement",
                    "Ce module ne concerne que les collèges",
                    "Il n’a rien à faire au Département lui-même. Rien n’a été changé.");
        }
        turn(request, ids.next(), input.module(), List.of(tenant), input.enabled());
        String search = input.search() == null ? "" : input.search().strip();
        String shown =
                search.isEmpty()
                        ? ""
                        : "?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8);
        return Answer.done(
                matrix.page(search, null),
                MATRIX + shown + "#s-" + input.module() + "-" + input.slug(),
                drawing.texts()
                        .text(
                                input.enabled() ? "modules.notice.on" : "modules.notice.off",
                                matrix.title(input.module()),
                                tenant.college().name()));
    }

    private void turn(
            Request request, UUID act, String module, List<Tenant> colleges, boolean enabled) {
        SignedIn person = Visit.of(request).person();
        List<Uai> uais = colleges.stream().map(tenant -> tenant.college().uai()).toList();
        switchboard.turn(
                new AuditLog.Actor(person.account(), person.displayName()),
                act,
                module,
                uais,
                enabled);
    }

    private List<Tenant> inCommune(@Nullable String commune) {
        List<Tenant> targets =
                matrix.active().stream()
                        .filter(
                                tenant ->
                                        commune == null
                                                || tenant.college().commune().equals(commune))
                        .toList();
        if (targets.isEmpty()) {
            throw Refusal.notFound();
        }
        return targets;
    }

    /** A collège whose modules can be switched. */
    private Tenant open(String slug) {
        Tenant tenant = tenants.bySlug(slug).orElseThrow(Refusal::notFound);
        if (tenant.state() == Tenant.State.PREPARED) {
            throw new Refusal(
                    409,
                    "college-prepared",
                    "Ce collège n’est pas encore ouvert",
                    "Un collège préparé n’a ni élèves ni personnels : ses modules se règlent à son"
                            + " ouverture. Rien n’a été changé.");
        }
        return tenant;
    }

    static CollegeName name(Tenant tenant) {
        return new CollegeName(
                tenant.college().slug(), tenant.college().name(), tenant.college().commune());
    }

    /** What an act has switched, from the journal: the same however often its page is loaded. */
    private @Nullable ModuleTurned turned(@Nullable UUID act) {
        if (act == null) {
            return null;
        }
        List<AuditLog.Entry> entries = audit.together(act);
        if (entries.isEmpty()) {
            return null;
        }
        AuditLog.Entry last = entries.get(entries.size() - 1);
        List<CollegeName> colleges =
                entries.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.collegeSlug()))
                        .distinct()
                        .flatMap(slug -> tenants.bySlug(slug).stream())
                        .map(ConsoleRoutes::name)
                        .toList();
        return new ModuleTurned(
                last.subject(),
                matrix.titleOf(last.subject()).orElse(last.subject()),
                last.act().equals(ModuleStates.ENABLED),
                colleges);
    }

    private Answer<AuditPage> audit(Request request, ModuleInputs.PageNumber input) {
        PageOf<AuditLog.Entry> entries = audit.page(Math.max(1, Math.min(input.page(), 10_000)));
        Map<String, String> titles =
                matrix.titles(
                        entries.items().stream()
                                .filter(entry -> entry.act().startsWith("module-"))
                                .map(AuditLog.Entry::subject)
                                .collect(Collectors.toSet()));
        List<AuditLine> lines = entries.items().stream().map(entry -> line(entry, titles)).toList();
        return Answer.show(new AuditPage(new PageOf<>(lines, entries.number(), entries.more())));
    }

    private static AuditLine line(AuditLog.Entry entry, Map<String, String> titles) {
        return new AuditLine(
                entry.at(),
                entry.actorName(),
                entry.act(),
                entry.subject(),
                titles.getOrDefault(entry.subject(), entry.subject()),
                entry.collegeSlug(),
                entry.collegeName(),
                entry.detail().isEmpty() ? null : entry.detail());
    }
}

package fr.preau.portal.console;

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
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.AuditLine;
import fr.preau.portal.pages.AuditPage;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModulesPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Département's console: its collèges, the matrix of their modules, and who did what. */
public final class ConsoleRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private final Figures figures;
    private final ModuleMatrix matrix;
    private final ModuleSwitchboard switchboard;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Drawing drawing;

    public ConsoleRoutes(
            Figures figures,
            ModuleMatrix matrix,
            ModuleSwitchboard switchboard,
            Tenants tenants,
            AuditLog audit,
            Drawing drawing) {
        this.figures = figures;
        this.matrix = matrix;
        this.switchboard = switchboard;
        this.tenants = tenants;
        this.audit = audit;
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
                        .handledBy((request, input) -> Answer.show(matrix.page(input.search()))),
                Route.get("/departement/modules/{module}/confirmation")
                        .takes(ModuleInputs.Bulk.class)
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

    private Answer<ModuleSwitchConfirmPage> confirm(Request request, ModuleInputs.Bulk input) {
        boolean enabled = required(input.enabled());
        List<Tenant> targets = targets(input.commune());
        List<Tenant> changing = matrix.changing(input.module(), targets, enabled);
        return Answer.show(
                new ModuleSwitchConfirmPage(
                        input.module(),
                        matrix.title(input.module()),
                        input.commune(),
                        enabled,
                        changing.stream().map(tenant -> tenant.college().name()).toList(),
                        targets.size() - changing.size()));
    }

    private Answer<ModulesPage> turnMany(Request request, ModuleInputs.Bulk input) {
        boolean enabled = required(input.enabled());
        List<Tenant> changing = matrix.changing(input.module(), targets(input.commune()), enabled);
        turn(request, input.module(), changing, enabled);
        return Answer.done(matrix.page(null), "/departement/modules");
    }

    private Answer<ModulesPage> turn(Request request, ModuleInputs.Switch input) {
        matrix.title(input.module());
        Tenant tenant = tenants.bySlug(input.slug()).orElseThrow(Refusal::notFound);
        turn(request, input.module(), List.of(tenant), required(input.enabled()));
        return Answer.done(
                matrix.page(null), "/departement/modules#s-" + input.module() + "-" + input.slug());
    }

    private void turn(Request request, String module, List<Tenant> tenantsToTurn, boolean enabled) {
        SignedIn person = Visit.of(request).person();
        List<Uai> uais = tenantsToTurn.stream().map(tenant -> tenant.college().uai()).toList();
        switchboard.turn(
                new AuditLog.Actor(person.account(), person.displayName()), module, uais, enabled);
    }

    private List<Tenant> targets(@Nullable String commune) {
        List<Tenant> targets =
                tenants.all().stream()
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

    private static boolean required(@Nullable Boolean enabled) {
        if (enabled == null) {
            throw new Refusal(
                    422,
                    "invalid",
                    "La demande n’est pas complète",
                    "Dites s’il faut activer le module (enabled vaut true) ou le désactiver"
                            + " (enabled vaut false). Rien n’a été changé.");
        }
        return enabled;
    }

    private Answer<AuditPage> audit(Request request, ModuleInputs.PageNumber input) {
        PageOf<AuditLog.Entry> entries = audit.page(Math.max(1, Math.min(input.page(), 10_000)));
        List<AuditLine> lines =
                entries.items().stream()
                        .map(
                                entry ->
                                        new AuditLine(
                                                entry.at(),
                                                entry.actorName(),
                                                entry.act(),
                                                entry.subject(),
                                                entry.collegeSlug(),
                                                entry.collegeName()))
                        .toList();
        return Answer.show(new AuditPage(new PageOf<>(lines, entries.number(), entries.more())));
    }
}

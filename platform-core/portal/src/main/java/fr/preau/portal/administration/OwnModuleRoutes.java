package fr.preau.portal.administration;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.College;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.settings.ModuleSettings;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.dispatch.Administrators;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.OwnModulePage;
import fr.preau.portal.pages.OwnModulesPage;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The modules of a collège for those who administer it: what each sees, its switch, its settings.
 */
public final class OwnModuleRoutes {

    private static final String ON_OR_OFF =
            "Dites s’il faut activer le module (true) ou l’arrêter (false).";

    private final OwnModules modules;
    private final ModuleSettings settings;
    private final ModuleSwitchboard switchboard;
    private final Tenants tenants;
    private final NewIds ids;
    private final Drawing drawing;

    public OwnModuleRoutes(
            OwnModules modules,
            ModuleSettings settings,
            ModuleSwitchboard switchboard,
            Tenants tenants,
            NewIds ids,
            Drawing drawing) {
        this.modules = modules;
        this.settings = settings;
        this.switchboard = switchboard;
        this.tenants = tenants;
        this.ids = ids;
        this.drawing = drawing;
    }

    private record OfCollege(String college) {}

    private record OfModule(String college, String module) {}

    private record Switch(
            String college, String module, @NotNull(message = ON_OR_OFF) Boolean enabled) {}

    /**
     * What was typed.
     *
     * @param setting by key
     */
    private record Typed(String college, String module, Map<String, String> setting) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/colleges/{college}/modules")
                        .takes(OfCollege.class)
                        .shows(OwnModulesPage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().modules(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(modules.page(enter(request, input.college())))),
                Route.get("/colleges/{college}/modules/{module}")
                        .takes(OfModule.class)
                        .shows(OwnModulePage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().module(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(
                                                modules.page(
                                                        enter(request, input.college()),
                                                        input.module()))),
                Route.post("/colleges/{college}/modules/{module}")
                        .takes(Switch.class)
                        .shows(OwnModulePage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().module(page, context))
                        .handledBy(this::turn),
                Route.post("/colleges/{college}/modules/{module}/settings")
                        .takes(Typed.class)
                        .shows(OwnModulePage.class)
                        .allows(Administrators.CALLERS)
                        .drawnBy((page, context) -> drawing.administration().module(page, context))
                        .handledBy(this::set));
    }

    private College enter(Request request, String slug) {
        return Administrators.enter(Visit.of(request), tenants, slug).college();
    }

    private Answer<OwnModulePage> turn(Request request, Switch input) {
        College college = enter(request, input.college());
        PluginManifest module = modules.offered(college.uai(), input.module());
        if (!modules.isDecidable(module.id())) {
            throw Refusal.ofType(409, "module-not-yours", module.title());
        }
        switchboard.turn(
                actor(request), ids.next(), module.id(), List.of(college.uai()), input.enabled());
        OwnModulePage page = modules.page(college, module.id());
        return Answer.done(
                page,
                page.address(),
                drawing.texts()
                        .text(
                                input.enabled() ? "own-module.turned.on" : "own-module.turned.off",
                                module.title()));
    }

    private Answer<OwnModulePage> set(Request request, Typed input) {
        College college = enter(request, input.college());
        PluginManifest module = modules.offered(college.uai(), input.module());
        Map<String, DeclaredSetting.Mistake> mistakes =
                settings.keep(
                        actor(request),
                        college.uai(),
                        module.id(),
                        module.settings(),
                        input.setting());
        OwnModulePage page = modules.page(college, module.id(), input.setting(), mistakes);
        if (!mistakes.isEmpty()) {
            return Answer.tryAgain(page, violations(mistakes));
        }
        return Answer.done(
                page,
                page.address(),
                drawing.texts().text("own-module.settings.kept", module.title()));
    }

    private Violations violations(Map<String, DeclaredSetting.Mistake> mistakes) {
        Map<String, List<String>> byField = new TreeMap<>();
        mistakes.forEach(
                (key, mistake) -> byField.put("setting." + key, List.of(modules.words(mistake))));
        return new Violations(byField);
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}

package fr.preau.portal.console;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.DesiredModule;
import fr.preau.core.releases.ModuleCatalogue;
import fr.preau.core.releases.ModuleCatalogue.Obstacle;
import fr.preau.core.releases.ModuleTrials;
import fr.preau.core.releases.Release;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.CatalogueModulePage;
import fr.preau.portal.pages.CataloguePage;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.pages.RehearsalPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The modules that the Département has, and what an operator does with their releases. */
public final class CatalogueRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private static final String CATALOGUE = "/departement/catalogue";

    private final ModuleCatalogue catalogue;
    private final ModuleShelf shelf;
    private final ModuleSheet sheet;
    private final ReleasePlans plans;
    private final ModuleTrials trials;
    private final CollegeTables tables;
    private final ModuleSwitchboard switchboard;
    private final NewIds ids;
    private final Drawing drawing;

    public CatalogueRoutes(
            ModuleCatalogue catalogue,
            ModuleShelf shelf,
            ModuleSheet sheet,
            ReleasePlans plans,
            ModuleTrials trials,
            CollegeTables tables,
            ModuleSwitchboard switchboard,
            NewIds ids,
            Drawing drawing) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.sheet = sheet;
        this.plans = plans;
        this.trials = trials;
        this.tables = tables;
        this.switchboard = switchboard;
        this.ids = ids;
        this.drawing = drawing;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue")
                        .shows(CataloguePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().catalogue(page, context))
                        .handledBy((request, input) -> Answer.show(shelf.page())),
                Route.post("/departement/catalogue")
                        .takes(CatalogueInputs.Jar.class)
                        .shows(RehearsalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().rehearsal(page, context))
                        .handledBy(this::bring),
                Route.get("/departement/catalogue/{module}")
                        .takes(CatalogueInputs.OfModule.class)
                        .shows(CatalogueModulePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().module(page, context))
                        .handledBy((request, input) -> Answer.show(sheet.page(input.module()))),
                Route.get("/departement/catalogue/{module}/rehearsal")
                        .takes(CatalogueInputs.Question.class)
                        .shows(RehearsalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().rehearsal(page, context))
                        .handledBy(this::rehearse),
                Route.post("/departement/catalogue/{module}/trial")
                        .takes(CatalogueInputs.ToTry.class)
                        .shows(RehearsalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().rehearsal(page, context))
                        .handledBy(this::tryOnACopy),
                Route.post("/departement/catalogue/{module}/release")
                        .takes(CatalogueInputs.Wish.class)
                        .shows(CatalogueModulePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().module(page, context))
                        .handledBy(this::run),
                Route.post("/departement/catalogue/{module}/tables")
                        .takes(CatalogueInputs.Again.class)
                        .shows(CatalogueModulePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().module(page, context))
                        .handledBy(this::tryTablesAgain),
                Route.get("/departement/catalogue/{module}/removal")
                        .takes(CatalogueInputs.OfModule.class)
                        .shows(ModuleRemovalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().removal(page, context))
                        .handledBy((request, input) -> Answer.show(plans.removal(input.module()))),
                Route.post("/departement/catalogue/{module}/removal")
                        .takes(CatalogueInputs.Removal.class)
                        .shows(ModuleRemovalPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.catalogue().removal(page, context))
                        .handledBy(this::remove));
    }

    private Answer<RehearsalPage> bring(Request request, CatalogueInputs.Jar input) {
        try (InputStream jar = input.jar().open()) {
            Release release = catalogue.bring(actor(request), jar, input.jar().name());
            return Answer.done(plans.rehearsal(release), rehearsal(release));
        } catch (PluginRefused e) {
            throw Refusal.ofType(422, "release-refused", e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rehearsal(Release release) {
        return CATALOGUE + "/" + release.module() + "/rehearsal?release=" + release.sha256();
    }

    private Answer<RehearsalPage> rehearse(Request request, CatalogueInputs.Question input) {
        Release release = plans.release(input.module(), input.release());
        try {
            return Answer.show(plans.rehearsal(release));
        } catch (PluginRefused e) {
            throw unreadable(e);
        }
    }

    private Answer<RehearsalPage> tryOnACopy(Request request, CatalogueInputs.ToTry input) {
        Release release = plans.release(input.module(), input.release());
        trials.begin(actor(request), release);
        try {
            return Answer.done(plans.rehearsal(release), rehearsal(release));
        } catch (PluginRefused e) {
            throw unreadable(e);
        }
    }

    private Answer<CatalogueModulePage> run(Request request, CatalogueInputs.Wish input) {
        Release release = plans.release(input.module(), input.release());
        try {
            Optional<Obstacle> obstacle = catalogue.run(actor(request), release, input.grants());
            if (obstacle.isPresent()) {
                throw refusal(obstacle.get());
            }
        } catch (PluginRefused e) {
            throw unreadable(e);
        }
        return Answer.done(
                sheet.page(input.module()),
                CATALOGUE + "/" + input.module(),
                drawing.texts()
                        .text("rehearsal.done", release.manifest().title(), release.version()));
    }

    private static Refusal refusal(Obstacle obstacle) {
        String detail = obstacle.detail() == null ? "" : obstacle.detail();
        return obstacle.word().equals("permissions")
                ? Refusal.ofType(409, "release-not-granted", detail)
                : Refusal.ofType(409, "release-irreversible", detail);
    }

    private static Refusal unreadable(PluginRefused refused) {
        return Refusal.ofType(409, "release-unreadable", refused.reason());
    }

    private Answer<CatalogueModulePage> tryTablesAgain(
            Request request, CatalogueInputs.Again input) {
        List<Uai> failed =
                tables.failed(input.module()).stream()
                        .map(tenant -> tenant.college())
                        .filter(
                                college ->
                                        input.college().isEmpty()
                                                || input.college().contains(college.slug()))
                        .map(college -> college.uai())
                        .toList();
        switchboard.turn(actor(request), ids.next(), input.module(), failed, true);
        return Answer.done(
                sheet.page(input.module()),
                CATALOGUE + "/" + input.module() + "#tables",
                drawing.texts().text("tables.again.done", failed.size()));
    }

    private Answer<ModuleRemovalPage> remove(Request request, CatalogueInputs.Removal input) {
        DesiredModule module = catalogue.find(input.module()).orElseThrow(Refusal::notFound);
        Optional<String> wanted = module.release();
        // Sent a second time, there is nothing left to stop.
        if (wanted.isPresent() && !wanted.get().equals(input.release())) {
            throw Refusal.ofType(409, "release-changed");
        }
        catalogue.remove(actor(request), input.module());
        ModuleRemovalPage page = plans.removal(input.module());
        return Answer.done(page, CATALOGUE, drawing.texts().text("removal.done", page.title()));
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}

package fr.preau.portal.console;

import fr.preau.api.files.Download;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.data.ModuleErasures;
import fr.preau.core.data.ModuleErasures.Obstacle;
import fr.preau.core.data.ModuleExport;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.tenancy.Tenant;
import fr.preau.portal.dispatch.Drawing;
import fr.preau.portal.dispatch.MadeFiles;
import fr.preau.portal.dispatch.Visit;
import fr.preau.portal.pages.ArchivePage;
import fr.preau.portal.pages.CollegeDataPage;
import fr.preau.portal.pages.ModuleDataPage;
import java.util.List;
import java.util.Optional;

/** What modules keep at collèges: how much it is, its export, its erasure, a collège's archive. */
public final class DataRoutes {

    private static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR);

    private final DataSheets sheets;
    private final ModuleExport export;
    private final ModuleErasures erasures;
    private final MadeFiles made;
    private final Drawing drawing;

    public DataRoutes(
            DataSheets sheets,
            ModuleExport export,
            ModuleErasures erasures,
            MadeFiles made,
            Drawing drawing) {
        this.sheets = sheets;
        this.export = export;
        this.erasures = erasures;
        this.made = made;
        this.drawing = drawing;
    }

    private record OfModule(String module) {}

    private record AtCollege(String module, String slug) {}

    private record OfCollege(String slug) {}

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/departement/catalogue/{module}/data")
                        .takes(OfModule.class)
                        .shows(ModuleDataPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.data().everywhere(page, context))
                        .handledBy((request, input) -> Answer.show(sheets.page(input.module()))),
                Route.get("/departement/catalogue/{module}/data/{slug}")
                        .takes(AtCollege.class)
                        .shows(CollegeDataPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.data().atCollege(page, context))
                        .handledBy((request, input) -> Answer.show(page(input))),
                Route.post("/departement/catalogue/{module}/data/{slug}/export")
                        .takes(AtCollege.class)
                        .sendsFile()
                        .allows(OPERATORS)
                        .handledBy(this::export),
                Route.post("/departement/catalogue/{module}/data/{slug}/erasure")
                        .takes(AtCollege.class)
                        .shows(CollegeDataPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.data().atCollege(page, context))
                        .handledBy(this::erase),
                Route.post("/departement/catalogue/{module}/data/{slug}/erasure/withdrawal")
                        .takes(AtCollege.class)
                        .shows(CollegeDataPage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.data().atCollege(page, context))
                        .handledBy(this::takeBack),
                Route.get("/departement/colleges/{slug}/archive")
                        .takes(OfCollege.class)
                        .shows(ArchivePage.class)
                        .allows(OPERATORS)
                        .drawnBy((page, context) -> drawing.data().archive(page, context))
                        .handledBy(
                                (request, input) ->
                                        Answer.show(sheets.archive(sheets.open(input.slug())))),
                Route.post("/departement/colleges/{slug}/archive")
                        .takes(OfCollege.class)
                        .sendsFile()
                        .allows(OPERATORS)
                        .handledBy(this::archive));
    }

    private CollegeDataPage page(AtCollege input) {
        return sheets.page(input.module(), sheets.open(input.slug()));
    }

    private Download export(Request request, AtCollege input) {
        sheets.requireKnown(input.module());
        College college = sheets.open(input.slug()).college();
        return erasures.exporting(
                actor(request),
                college.uai(),
                input.module(),
                () ->
                        made.zip(
                                "preau-" + college.slug() + "-" + input.module() + ".zip",
                                out -> export.write(college, input.module(), out)));
    }

    private Answer<CollegeDataPage> erase(Request request, AtCollege input) {
        sheets.requireKnown(input.module());
        Tenant tenant = sheets.open(input.slug());
        Optional<Obstacle> obstacle =
                erasures.ask(actor(request), tenant.college().uai(), input.module());
        if (obstacle.isPresent()) {
            throw obstacle.get() == Obstacle.ON
                    ? Refusal.ofType(409, "erasure-while-on")
                    : Refusal.ofType(409, "erasure-not-exported");
        }
        CollegeDataPage page = page(input);
        return Answer.done(
                page, page.address(), drawing.texts().text("kept-data.asked", page.days()));
    }

    private Answer<CollegeDataPage> takeBack(Request request, AtCollege input) {
        sheets.requireKnown(input.module());
        erasures.takeBack(
                actor(request), sheets.open(input.slug()).college().uai(), input.module());
        CollegeDataPage page = page(input);
        return Answer.done(page, page.address(), drawing.texts().text("kept-data.taken-back"));
    }

    private Download archive(Request request, OfCollege input) {
        College college = sheets.open(input.slug()).college();
        Download zip =
                made.zip(
                        "preau-" + college.slug() + "-modules.zip",
                        out -> export.writeAll(college, out));
        erasures.archived(actor(request), college.uai());
        return zip;
    }

    private static Actor actor(Request request) {
        SignedIn person = Visit.of(request).person();
        return new Actor(person.account(), person.displayName());
    }
}

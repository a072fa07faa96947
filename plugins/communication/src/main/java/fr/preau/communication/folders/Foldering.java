package fr.preau.communication.folders;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.recipients.WritingRules;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Folders as the module brings them to Préau: their addresses. */
public final class Foldering {

    private final Callers callers;
    private final Folders folders;
    private final Emptying emptying;
    private final StaticTemplates templates = new StaticTemplates();

    public Foldering(Callers callers, Folders folders, Emptying emptying) {
        this.callers = callers;
        this.folders = folders;
        this.emptying = emptying;
    }

    public List<Route<?, ?>> routes() {
        List<Route<?, ?>> routes = new ArrayList<>(List.of(list(), make(), delete()));
        routes.addAll(new Renaming(callers, folders).routes());
        return routes;
    }

    private Route<FolderInput, FoldersPage> list() {
        return Route.get("/folders")
                .takes(FolderInput.class)
                .shows(FoldersPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(request, "", Violations.none())));
    }

    private Route<FolderInput, FoldersPage> make() {
        return Route.post("/folders")
                .takes(FolderInput.class)
                .shows(FoldersPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(this::make);
    }

    private Answer<FoldersPage> make(Request request, FolderInput input) {
        Caller caller = request.caller();
        FolderName name = FolderName.typed(input.name());
        Violations violations = problems(caller, name);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page(request, name.text(), violations), violations);
        }
        folders.make(caller.person(), name.text());
        return Answer.done(
                page(request, "", Violations.none()),
                "/folders",
                Wording.of("notice.folder", name.text()));
    }

    private Violations problems(Caller caller, FolderName name) {
        if (!name.fits()) {
            return FolderName.misfit(caller);
        }
        if (folders.of(caller.person()).size() >= Folder.MOST) {
            return FolderName.problem(caller, "problem.folder.many", Folder.MOST);
        }
        return folders.has(caller.person(), name.text()) ? name.taken(caller) : Violations.none();
    }

    private Route<DeleteFolderInput, FoldersPage> delete() {
        return Route.post("/folders/{folder}/delete")
                .takes(DeleteFolderInput.class)
                .shows(FoldersPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Folder folder = folders.find(request.caller().person(), input.folder());
                            emptying.takeOut(request.caller().person(), folder.id());
                            folders.delete(folder);
                            return Answer.done(
                                    page(request, "", Violations.none()),
                                    "/folders",
                                    Wording.of("notice.folder.deleted", folder.name()));
                        });
    }

    private FoldersPage page(Request request, String typed, Violations violations) {
        List<Folder> all = folders.of(request.caller().person());
        return new FoldersPage(
                all.stream().map(f -> new FoldersPage.Line(f.id(), f.name())).toList(),
                WritingRules.addressToWrite(request.caller().profile()),
                typed,
                all.size() >= Folder.MOST,
                violations);
    }

    private Screen draw(FoldersPage page, PageContext context) {
        return new Screen(context.text("folders.title"), templates.folders(page, context));
    }
}

package fr.preau.communication.folders;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.util.List;

/** The addresses under which a folder gets another name; what lies in it stays there. */
final class Renaming {

    private final Callers callers;
    private final Folders folders;
    private final StaticTemplates templates = new StaticTemplates();

    Renaming(Callers callers, Folders folders) {
        this.callers = callers;
        this.folders = folders;
    }

    List<Route<?, ?>> routes() {
        return List.of(form(), rename());
    }

    private Route<RenameFolderInput, FolderNamePage> form() {
        return Route.get("/folders/{folder}/name")
                .takes(RenameFolderInput.class)
                .shows(FolderNamePage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Folder folder = folders.find(request.caller().person(), input.folder());
                            return Answer.show(page(folder, folder.name(), Violations.none()));
                        });
    }

    private Route<RenameFolderInput, FolderNamePage> rename() {
        return Route.post("/folders/{folder}/name")
                .takes(RenameFolderInput.class)
                .shows(FolderNamePage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(this::rename);
    }

    private Answer<FolderNamePage> rename(Request request, RenameFolderInput input) {
        Caller caller = request.caller();
        Folder folder = folders.findToChange(caller.person(), input.folder());
        FolderName name = FolderName.typed(input.name());
        Violations violations = problems(caller, folder, name);
        if (!violations.isEmpty()) {
            return Answer.tryAgain(page(folder, name.text(), violations), violations);
        }
        folder.rename(name.text());
        return Answer.done(
                page(folder, name.text(), Violations.none()),
                "/folders",
                Wording.of("notice.folder.renamed", name.text()));
    }

    private Violations problems(Caller caller, Folder folder, FolderName name) {
        if (!name.fits()) {
            return FolderName.misfit(caller);
        }
        return folders.hasAnother(caller.person(), name.text(), folder.id())
                ? name.taken(caller)
                : Violations.none();
    }

    private static FolderNamePage page(Folder folder, String typed, Violations violations) {
        return new FolderNamePage(folder.id(), folder.name(), typed, violations);
    }

    private Screen draw(FolderNamePage page, PageContext context) {
        return new Screen(
                context.text("folders.rename.title", page.current()),
                templates.folderName(page, context));
    }
}

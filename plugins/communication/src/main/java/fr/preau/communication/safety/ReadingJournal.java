package fr.preau.communication.safety;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;

/** Where the journal of safety is read. */
public final class ReadingJournal {

    private final SafetyJournal journal;
    private final StaticTemplates templates = new StaticTemplates();

    public ReadingJournal(SafetyJournal journal) {
        this.journal = journal;
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/safety/journal")
                        .takes(JournalInput.class)
                        .shows(JournalPage.class)
                        .allows(Callers.staff(StaffFunction.ADMINISTRATOR, StaffFunction.PRINCIPAL))
                        .drawnBy(this::draw)
                        .handledBy(
                                (request, input) ->
                                        Answer.show(
                                                new JournalPage(journal.page(input.number())))));
    }

    private Screen draw(JournalPage page, PageContext context) {
        return new Screen(context.text("journal.title"), templates.safetyJournal(page, context));
    }
}

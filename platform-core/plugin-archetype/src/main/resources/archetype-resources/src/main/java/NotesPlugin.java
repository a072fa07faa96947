package ${package};

import static fr.preau.api.school.Profile.STAFF;
import static fr.preau.api.school.Profile.TEACHER;

import ${package}.templates.StaticTemplates;
import fr.preau.api.data.NewIds;
import fr.preau.api.event.Listener;
import fr.preau.api.event.school.ClassAway;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The module's only component: what it shows, hears and does.
 *
 * <p>What the host hands over is bound to the collège of the request, so one instance serves all of
 * them and keeps nothing itself.
 */
@Component(service = Plugin.class)
public final class NotesPlugin implements Plugin {

    private final Notes notes;
    private final StaticTemplates templates = new StaticTemplates();

    @Activate
    public NotesPlugin(
            @Reference EntityManager entities, @Reference NewIds ids, @Reference Clock clock) {
        this.notes = new Notes(entities, ids, clock);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(read(), write());
    }

    private Route<NotesPage.Number, NotesPage> read() {
        return Route.get("/notes")
                .takes(NotesPage.Number.class)
                .shows(NotesPage.class)
                .allows(Callers.signedIn())
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(notes.page(mayWrite(request), input.page())));
    }

    private Route<NoteInput, NotesPage> write() {
        return Route.post("/notes")
                .takes(NoteInput.class)
                .shows(NotesPage.class)
                .allows(Callers.profiles(TEACHER, STAFF))
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                notes.page(true, 1).again(input, violations))
                .handledBy(
                        (request, input) -> {
                            notes.write(input);
                            return Answer.done(notes.page(true, 1), "/notes");
                        });
    }

    @Override
    public List<Card<?>> cards() {
        return List.of(
                new Card<>(
                        "newest", NotesPage.class, request -> notes.newest(), templates::newest));
    }

    @Override
    public List<Listener<?>> listeners() {
        return List.of(
                Listener.to(
                        ClassAway.class,
                        (delivery, fact) -> notes.noteOuting(delivery.id(), fact.until())));
    }

    private Screen draw(NotesPage page, PageContext context) {
        return new Screen(context.text("notes.title"), templates.notes(page, context));
    }

    private static boolean mayWrite(Request request) {
        return List.of(TEACHER, STAFF).contains(request.caller().profile());
    }
}

package fr.preau.canteen.registration;

import fr.preau.api.document.Documents;
import fr.preau.api.files.Download;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The letters by which families learn what was decided. */
final class LetterRoutes {

    private final Callers families;
    private final EntityManager entities;
    private final Registering registering;
    private final Letter letter;
    private final Documents documents;

    LetterRoutes(
            Callers families,
            EntityManager entities,
            Registering registering,
            Letter letter,
            Documents documents) {
        this.families = families;
        this.entities = entities;
        this.registering = registering;
        this.letter = letter;
        this.documents = documents;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/registrations/children/{child}/letter.pdf")
                        .takes(ChildInput.class)
                        .sendsFile()
                        .allows(families)
                        .handledBy(this::letter));
    }

    private Download letter(Request request, ChildInput input) {
        ApplicationChild child = entities.find(ApplicationChild.class, input.child());
        if (child == null || child.decidedAt().isEmpty()) {
            throw Refusal.notFound();
        }
        Application application = registering.own(request, child.application());
        return Download.save(
                "inscription-restauration-" + child.year() + ".pdf",
                documents.pdf(letter.of(application, child)));
    }
}

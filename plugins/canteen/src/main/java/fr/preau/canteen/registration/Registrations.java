package fr.preau.canteen.registration;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.document.Documents;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.rules.RuleBook;
import fr.preau.canteen.tariff.TariffBook;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Registration as the module brings it to Préau: at the Département's place, and at collèges. */
public final class Registrations {

    private final List<Route<?, ?>> routes = new ArrayList<>();
    private final List<Card<?>> cards = new ArrayList<>();
    private final List<Listener<?>> listeners;
    private final RegistrationsOfPerson ofPerson;
    private final Forgetting forgetting;

    public Registrations(
            EntityManager entities,
            Directory directory,
            Events events,
            FileStore files,
            Documents documents,
            Notices notices,
            WhoRuns who,
            NewIds ids,
            Clock clock) {
        RuleBook rules = new RuleBook(entities);
        TariffBook tariffs = new TariffBook(entities);
        Registering registering = new Registering(entities, rules, events, files, ids, clock);
        RegistrationForms forms = new RegistrationForms(registering, rules, tariffs, files, who);
        Deciding deciding = new Deciding(entities, events, notices, clock);
        IdentityDesk desk = new IdentityDesk(entities, events, who, clock);
        OwnChildren own = new OwnChildren(directory);
        Letter letter = new Letter(tariffs);
        for (Callers families :
                List.of(
                        Callers.profiles(Profile.GUARDIAN).atDepartement(),
                        Callers.profiles(Profile.GUARDIAN))) {
            RegistrationRoutes registration =
                    new RegistrationRoutes(families, registering, forms, own, who);
            routes.addAll(registration.routes());
            if (families.departement()) {
                cards.add(registration.card());
            }
            routes.addAll(
                    new LetterRoutes(families, entities, registering, letter, documents).routes());
        }
        for (Callers callers : List.of(WhoRuns.OPERATORS, WhoRuns.GESTIONNAIRES)) {
            routes.addAll(
                    new ApplicationRoutes(
                                    callers, entities, registering, forms, deciding, files, who)
                            .routes());
        }
        routes.addAll(new IdentityRoutes(entities, directory, desk, who).routes());
        ofPerson = new RegistrationsOfPerson(entities, files);
        forgetting = new Forgetting(entities, files, ofPerson, clock);
        listeners =
                List.of(
                        Listener.to(IdentityAsked.class, desk::hear),
                        Listener.to(
                                IdentityAnswered.class,
                                (delivery, answer) -> deciding.hear(delivery.college(), answer)));
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    public List<Card<?>> cards() {
        return List.copyOf(cards);
    }

    public List<Listener<?>> listeners() {
        return listeners;
    }

    /** One for each kind of place. */
    public List<Job> jobs() {
        return List.of(
                forgetting.job("forget-registrations"),
                forgetting.job("forget-registrations-of-the-departement"));
    }

    public PersonalData personalData() {
        return ofPerson;
    }
}

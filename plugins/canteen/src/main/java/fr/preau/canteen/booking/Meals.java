package fr.preau.canteen.booking;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.event.Events;
import fr.preau.api.event.Listener;
import fr.preau.api.event.school.ClassAway;
import fr.preau.api.event.school.PupilAbsent;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.registration.DinerRegistered;
import fr.preau.canteen.registration.OwnChildren;
import fr.preau.canteen.service.Regimes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Bookings as the module brings them to Préau: at the Département's place, and at collèges. */
public final class Meals {

    private final List<Route<?, ?>> routes = new ArrayList<>();
    private final List<Listener<?>> listeners;
    private final MealsOfPerson ofPerson;
    private final Diners diners;

    public Meals(
            EntityManager entities,
            Directory directory,
            SchoolCalendar school,
            Events events,
            WhoRuns who,
            NewIds ids,
            Clock clock) {
        Bookings bookings =
                new Bookings(entities, new OwnChildren(directory), school, events, clock);
        diners = new Diners(entities, school);
        AwayDesk desk = new AwayDesk(entities, directory, events, who, ids, clock);
        routes.addAll(
                new BookingRoutes(Callers.profiles(Profile.GUARDIAN).atDepartement(), bookings, who)
                        .routes());
        routes.addAll(
                new BookingRoutes(Callers.profiles(Profile.GUARDIAN), bookings, who).routes());
        routes.addAll(new CollegeRoutes(diners, desk, clock).routes());
        ofPerson = new MealsOfPerson(entities);
        listeners =
                List.of(
                        Listener.to(DinerRegistered.class, (delivery, fact) -> diners.hear(fact)),
                        Listener.to(MealsChanged.class, (delivery, fact) -> diners.hear(fact)),
                        Listener.to(
                                PupilsAway.class,
                                (delivery, fact) -> bookings.hear(delivery.college(), fact)),
                        Listener.to(
                                PupilAbsent.class,
                                (delivery, fact) -> desk.hear(delivery.college(), fact)),
                        Listener.to(
                                ClassAway.class,
                                (delivery, fact) -> desk.hear(delivery.college(), fact)));
    }

    public List<Route<?, ?>> routes() {
        return List.copyOf(routes);
    }

    public List<Listener<?>> listeners() {
        return listeners;
    }

    /** What the collège knows of who eats there. */
    public Regimes regimes() {
        return diners;
    }

    public PersonalData personalData() {
        return ofPerson;
    }
}

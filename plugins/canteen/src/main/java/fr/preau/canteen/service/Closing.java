package fr.preau.canteen.service;

import fr.preau.api.directory.Directory;
import fr.preau.api.event.Events;
import fr.preau.api.route.Request;
import fr.preau.api.school.Uai;
import fr.preau.canteen.place.Places;
import fr.preau.canteen.place.WhoRuns;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The end of a service: who runs the canteen is told who has eaten, and of whatever comes later.
 */
final class Closing {

    private static final String SUBJECT = "served";

    private final EntityManager entities;
    private final Directory directory;
    private final Events events;
    private final WhoRuns who;
    private final LineDays days;

    Closing(
            EntityManager entities,
            Directory directory,
            Events events,
            WhoRuns who,
            LineDays days) {
        this.entities = entities;
        this.directory = directory;
        this.events = events;
        this.who = who;
        this.days = days;
    }

    /** Closes the service; who closes it again changes nothing. */
    void close(Request request, LocalDate day) {
        LineDay held = days.begin(day);
        if (!held.isClosed()) {
            held.close(request.caller().displayName(), days.now());
            tell(request.college().uai(), held, true);
        }
    }

    /** Tells what is different from what was told; its caller holds the day. */
    void tellAgain(Uai here, LineDay closed) {
        tell(here, closed, false);
    }

    private void tell(Uai here, LineDay held, boolean evenNothing) {
        LocalDate day = held.day();
        // What was added in this transaction is to be read as well.
        entities.flush();
        Set<UUID> served =
                new Passages(
                                entities.createNamedQuery("LineEntry.ofDay", LineEntry.class)
                                        .setParameter("day", day)
                                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                                        .getResultList())
                        .pupils()
                        .keySet();
        Map<UUID, ToldMeal> told = new HashMap<>();
        entities.createNamedQuery("ToldMeal.ofDay", ToldMeal.class)
                .setParameter("day", day)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(each -> told.put(each.pupil(), each));
        List<UUID> more = served.stream().filter(id -> !told.containsKey(id)).toList();
        List<ToldMeal> fewer =
                told.values().stream().filter(each -> !served.contains(each.pupil())).toList();
        if (more.isEmpty() && fewer.isEmpty() && !evenNothing) {
            return;
        }
        Roster roster = Roster.of(directory);
        List<MealsServed.Served> meals = new ArrayList<>();
        more.forEach(
                id -> {
                    entities.persist(new ToldMeal(day, id));
                    meals.add(meal(roster, id, true));
                });
        fewer.forEach(
                each -> {
                    entities.remove(each);
                    meals.add(meal(roster, each.pupil(), false));
                });
        publish(here, day, meals);
    }

    /** Who has left since has no name here any more; who runs the canteen knows them. */
    private static MealsServed.Served meal(Roster roster, UUID pupil, boolean taken) {
        return roster.of(pupil)
                .map(each -> new MealsServed.Served(pupil, each.name(), each.className(), taken))
                .orElseGet(() -> new MealsServed.Served(pupil, "", "", taken));
    }

    private void publish(Uai here, LocalDate day, Collection<MealsServed.Served> meals) {
        List<MealsServed.Served> all = List.copyOf(meals);
        int from = 0;
        do {
            List<MealsServed.Served> some =
                    all.subList(from, Math.min(all.size(), from + MealsServed.MOST));
            Places.tell(events, here, who.runs(here), new MealsServed(day, some), SUBJECT);
            from += MealsServed.MOST;
        } while (from < all.size());
    }
}

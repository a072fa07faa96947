package fr.preau.canteen.booking;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.canteen.registration.DinerRegistered;
import fr.preau.canteen.service.Regime;
import fr.preau.canteen.service.Regimes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who eats at a collège on a day, as the place that runs its canteen has told. */
final class Diners implements Regimes {

    private final EntityManager entities;
    private final SchoolCalendar school;

    Diners(EntityManager entities, SchoolCalendar school) {
        this.entities = entities;
        this.school = school;
    }

    /** A child is registered; told twice, it is one. */
    void hear(DinerRegistered registered) {
        Diner there =
                entities.find(Diner.class, registered.child(), LockModeType.PESSIMISTIC_WRITE);
        if (there == null) {
            entities.persist(new Diner(registered));
        }
    }

    /** Meals are not taken, or taken after all; told twice, nothing changes. */
    void hear(MealsChanged fact) {
        for (MealsChanged.Change change : fact.changes()) {
            DinerChange there =
                    entities.find(
                            DinerChange.class,
                            new DinerChange.Key(change.child(), change.day()),
                            LockModeType.PESSIMISTIC_WRITE);
            ChangeKind kind = change.kind();
            if (kind == null) {
                if (there != null) {
                    entities.remove(there);
                }
            } else if (there == null) {
                DinerChange added = new DinerChange(change.child(), change.day());
                added.is(kind, change.inTime());
                entities.persist(added);
            } else {
                there.is(kind, change.inTime());
            }
        }
    }

    /** The days of school among these on which anybody eats: two statements. */
    List<KitchenPage.Day> days(LocalDate first, LocalDate last) {
        List<Diner> diners = between(first, last);
        Map<DinerChange.Key, DinerChange> changes = changes(first, last);
        return first.datesUntil(last.plusDays(1))
                .filter(day -> school.on(day).isSchoolDay())
                .map(day -> day(day, diners, changes))
                .filter(day -> day.registered() > 0)
                .toList();
    }

    private List<Diner> between(LocalDate first, LocalDate last) {
        return entities.createNamedQuery("Diner.between", Diner.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    private Map<DinerChange.Key, DinerChange> changes(LocalDate first, LocalDate last) {
        Map<DinerChange.Key, DinerChange> changes = new HashMap<>();
        entities.createNamedQuery("DinerChange.between", DinerChange.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .forEach(
                        change ->
                                changes.put(
                                        new DinerChange.Key(change.diner(), change.day()), change));
        return changes;
    }

    /** Two statements. */
    @Override
    public Map<UUID, Regime> on(LocalDate day) {
        boolean isSchoolDay = school.on(day).isSchoolDay();
        Map<DinerChange.Key, DinerChange> changes = changes(day, day);
        Map<UUID, Regime> regimes = new HashMap<>();
        for (Diner diner : between(day, day)) {
            regimes.merge(
                    diner.pupil(),
                    isSchoolDay && diner.eatsOn(day)
                            ? regime(changes.get(new DinerChange.Key(diner.id(), day)))
                            : Regime.OTHER_DAY,
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        return regimes;
    }

    private static Regime regime(@Nullable DinerChange change) {
        if (change == null) {
            return Regime.EATS;
        }
        return change.kind() == ChangeKind.CANCELLED ? Regime.CANCELLED : Regime.AWAY;
    }

    private static KitchenPage.Day day(
            LocalDate day, List<Diner> diners, Map<DinerChange.Key, DinerChange> changes) {
        Map<String, Integer> classes = new TreeMap<>();
        int registered = 0;
        int cancelled = 0;
        int away = 0;
        int lateAway = 0;
        for (Diner diner : diners) {
            if (!diner.eatsOn(day)) {
                continue;
            }
            registered++;
            DinerChange change = changes.get(new DinerChange.Key(diner.id(), day));
            if (change == null) {
                classes.merge(diner.className(), 1, Integer::sum);
            } else if (change.kind() == ChangeKind.CANCELLED) {
                cancelled++;
            } else if (change.isInTime()) {
                away++;
            } else {
                lateAway++;
            }
        }
        return new KitchenPage.Day(
                day,
                registered,
                cancelled,
                away,
                lateAway,
                classes.entrySet().stream()
                        .map(each -> new KitchenPage.OfClass(each.getKey(), each.getValue()))
                        .toList());
    }
}

package fr.preau.canteen.service;

import fr.preau.api.event.Listener;
import fr.preau.api.school.Uai;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the lines of collèges have told the place that runs their canteen. */
public final class ServedMeals {

    private final EntityManager entities;

    public ServedMeals(EntityManager entities) {
        this.entities = entities;
    }

    public Listener<?> listener() {
        return Listener.to(MealsServed.class, (delivery, fact) -> hear(delivery.origin(), fact));
    }

    /** Told twice, nothing changes. */
    private void hear(Uai college, MealsServed fact) {
        HeldService.Key held = new HeldService.Key(college.value(), fact.day());
        if (entities.find(HeldService.class, held, LockModeType.PESSIMISTIC_WRITE) == null) {
            entities.persist(new HeldService(held));
        }
        Map<UUID, ServedMeal> there = new HashMap<>();
        of(fact.meals().stream().map(MealsServed.Served::pupil).toList(), fact.day(), fact.day())
                .forEach(meal -> there.put(meal.pupil(), meal));
        for (MealsServed.Served served : fact.meals()) {
            ServedMeal before = there.get(served.pupil());
            if (served.taken() && before == null) {
                ServedMeal meal = new ServedMeal(college, fact.day(), served);
                entities.persist(meal);
                there.put(served.pupil(), meal);
            } else if (!served.taken() && before != null) {
                entities.remove(before);
                there.remove(served.pupil());
            }
        }
    }

    /** The meals of some pupils. */
    public List<ServedMeal> of(Collection<UUID> pupils, LocalDate first, LocalDate last) {
        return pupils.isEmpty()
                ? List.of()
                : entities.createNamedQuery("ServedMeal.between", ServedMeal.class)
                        .setParameter("pupils", pupils)
                        .setParameter("first", first)
                        .setParameter("last", last)
                        .getResultList();
    }

    /**
     * Pupils who were served and whom nobody has registered until the last day, in an order of
     * their own.
     */
    public List<UUID> withoutRegistration(
            SchoolYear year, LocalDate first, LocalDate last, UUID after, int most) {
        return entities.createNamedQuery("ServedMeal.withoutRegistration", UUID.class)
                .setParameter("year", year.begins())
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Where and when lines have run, so that who was not served has not eaten. */
    public Set<HeldService.Key> held(LocalDate first, LocalDate last) {
        Set<HeldService.Key> held = new HashSet<>();
        entities.createNamedQuery("HeldService.between", HeldService.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .forEach(service -> held.add(service.key()));
        return held;
    }
}

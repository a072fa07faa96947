package fr.preau.canteen.booking;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which registered meals are not taken, for who bills them. */
public final class ChangedMeals {

    private final EntityManager entities;

    public ChangedMeals(EntityManager entities) {
        this.entities = entities;
    }

    /** By child in its application, and by day. One statement. */
    public Map<UUID, Map<LocalDate, ChangeKind>> of(
            Collection<UUID> children, LocalDate first, LocalDate last) {
        Map<UUID, Map<LocalDate, ChangeKind>> changes = new HashMap<>();
        if (!children.isEmpty()) {
            entities.createNamedQuery("MealChange.between", MealChange.class)
                    .setParameter("children", children)
                    .setParameter("first", first)
                    .setParameter("last", last)
                    .getResultStream()
                    .forEach(
                            change ->
                                    changes.computeIfAbsent(
                                                    change.meal().child(), each -> new HashMap<>())
                                            .put(change.meal().day(), change.kind()));
        }
        return changes;
    }
}

package fr.preau.payment.operations;

import fr.preau.payment.debts.Debt;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What debts are called. */
final class DebtTitles {

    private DebtTitles() {}

    /** In one statement, in none for no debts. */
    static Map<UUID, String> of(EntityManager entities, Collection<UUID> debts) {
        if (debts.isEmpty()) {
            return Map.of();
        }
        return entities
                .createNamedQuery("Debt.byIds", Debt.class)
                .setParameter("ids", List.copyOf(debts))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Debt::id, Debt::title));
    }
}

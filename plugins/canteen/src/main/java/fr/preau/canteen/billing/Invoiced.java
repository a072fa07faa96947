package fr.preau.canteen.billing;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The meals that stand on issued invoices and on no credit note. */
final class Invoiced {

    private final EntityManager entities;

    Invoiced(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Of some pupils, by pupil and day. One statement. A day of which somebody has said that it
     * costs nothing is there without a meal, so that it is not billed again.
     *
     * @param first of earlier days some may be missing
     */
    Map<UUID, Map<LocalDate, List<InvoicedMeal>>> of(Collection<UUID> pupils, LocalDate first) {
        Map<UUID, Map<LocalDate, List<InvoicedMeal>>> invoiced = new HashMap<>();
        if (pupils.isEmpty()) {
            return invoiced;
        }
        List<InvoiceLine> lines =
                entities.createNamedQuery("InvoiceLine.issuedOf", InvoiceLine.class)
                        .setParameter("pupils", pupils)
                        .setParameter("first", first)
                        .getResultList();
        Map<InvoiceLine.Key, Set<LocalDate>> taken = taken(lines);
        for (InvoiceLine line : lines) {
            if (line.isCredit()) {
                if (line.isByHand()) {
                    line.days().forEach(day -> on(invoiced, line.pupil(), day));
                }
                continue;
            }
            Set<LocalDate> back = taken.getOrDefault(line.key(), Set.of());
            for (LocalDate day : line.days()) {
                if (!back.contains(day)) {
                    on(invoiced, line.pupil(), day)
                            .add(new InvoicedMeal(line.invoice(), line.place(), line.unit()));
                }
            }
        }
        return invoiced;
    }

    private static List<InvoicedMeal> on(
            Map<UUID, Map<LocalDate, List<InvoicedMeal>>> invoiced, UUID pupil, LocalDate day) {
        return invoiced.computeIfAbsent(pupil, each -> new HashMap<>())
                .computeIfAbsent(day, each -> new ArrayList<>());
    }

    /** What credit notes have taken back, by line of an invoice. */
    static Map<InvoiceLine.Key, Set<LocalDate>> taken(Collection<InvoiceLine> lines) {
        Map<InvoiceLine.Key, Set<LocalDate>> taken = new HashMap<>();
        lines.stream()
                .filter(InvoiceLine::isCredit)
                .forEach(
                        line ->
                                taken.computeIfAbsent(line.corrects(), key -> new HashSet<>())
                                        .addAll(line.days()));
        return taken;
    }
}

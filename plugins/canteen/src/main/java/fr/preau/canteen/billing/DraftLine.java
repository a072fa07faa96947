package fr.preau.canteen.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line before it stands on an invoice.
 *
 * @param late whether its meals are of before the period: they were not known then
 * @param band of the tariff; 0 where it counts for nothing
 * @param price of a meal, in cents
 * @param share what this payer pays of it, in percent
 * @param unit the same, in cents
 * @param decision that fixes the price, empty where it costs nothing
 * @param days of the meals, in their order
 */
record DraftLine(
        LineKind kind,
        UUID pupil,
        String pupilName,
        String collegeName,
        boolean late,
        int band,
        int price,
        int share,
        int unit,
        String decision,
        List<LocalDate> days) {

    DraftLine {
        days = List.copyOf(days);
    }

    int cents() {
        return Math.multiplyExact(unit, days.size());
    }
}

package fr.preau.canteen.billing;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What should have been paid before today, the oldest first.
 *
 * @param own whether meals are billed at this place
 * @param ages how much is overdue for how long
 * @param aids how many families wait for an answer to what they asked
 * @param name of those that are looked for; empty for all
 */
public record UnpaidPage(
        boolean own, List<OfAge> ages, long aids, String name, PageOf<Line> lines) {

    public UnpaidPage {
        ages = List.copyOf(ages);
    }

    /** The most of one age, at least one cent: what fills a chart. */
    public long most() {
        return Math.max(1, ages.stream().mapToLong(OfAge::cents).max().orElse(1));
    }

    /** Some of it together; null in cents where there is none. */
    public record Sum(long count, @Nullable Long cents) {}

    /**
     * What is overdue for so long.
     *
     * @param from days, the fewest
     * @param to days, the most; null where there is no most
     */
    public record OfAge(int from, @Nullable Integer to, long count, long cents) {}

    /**
     * An invoice.
     *
     * @param account whether its payer has one, so that reminders reach them
     */
    public record Line(
            UUID invoice,
            String reference,
            String payer,
            LocalDate due,
            int left,
            int reminders,
            @Nullable Instant remindedAt,
            boolean account) {}
}

package fr.preau.payment.operations;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was paid on a day, and whether every cent of it is booked.
 *
 * @param day in Paris
 * @param regies what each took
 * @param underWay operations of all days that have no result yet
 * @param operations that ended on the day, or are strange, the latest first
 */
public record DayPage(LocalDate day, List<OfRegie> regies, long underWay, PageOf<Line> operations) {

    public DayPage {
        regies = List.copyOf(regies);
    }

    /** Of all régies. */
    public long payments() {
        return regies.stream().mapToLong(OfRegie::payments).sum();
    }

    /**
     * The day of a régie, in cents.
     *
     * @param payments how many
     * @param received what PayFiP took
     * @param booked to debts
     * @param surplus what was paid beyond debts
     * @param refunded what was given back on the day, of whatever payment
     */
    public record OfRegie(
            String name, long payments, long received, long booked, long surplus, long refunded) {

        /** What is neither booked nor a surplus: anything but 0 is a fault of ours. */
        public long difference() {
            return received - booked - surplus;
        }
    }

    /**
     * An operation.
     *
     * @param strange what a person should look at
     */
    public record Line(
            UUID operation,
            String reference,
            OperationState state,
            int cents,
            @Nullable Integer received,
            Instant at,
            @Nullable String strange) {}
}

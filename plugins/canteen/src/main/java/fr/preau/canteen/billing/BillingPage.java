package fr.preau.canteen.billing;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The billing runs of a place, and the form that begins the next one.
 *
 * @param own whether meals are billed at this place
 * @param form null where no run can begin now: one is open, or nobody takes the money
 * @param payment whether there is anybody who takes the money
 */
public record BillingPage(
        boolean own,
        List<Line> runs,
        @Nullable Typed form,
        boolean payment,
        Violations violations) {

    public BillingPage {
        runs = List.copyOf(runs);
    }

    /** A run. */
    public record Line(
            UUID run, String period, RunState state, int done, int total, Instant startedAt) {}

    /** What is proposed or was typed. */
    public record Typed(
            UUID key,
            LocalDate first,
            LocalDate last,
            LocalDate due,
            String regie,
            List<Debts.Regie> regies) {

        public Typed {
            regies = List.copyOf(regies);
        }
    }
}

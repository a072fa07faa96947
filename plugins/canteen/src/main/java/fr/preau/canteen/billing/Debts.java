package fr.preau.canteen.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The service {@code payment.Debts}, as far as the canteen asks it. */
public interface Debts {

    String NAME = "payment.Debts";

    void raise(List<NewDebt> debts);

    int credit(Credit credit);

    List<Standing> standings(String owner, List<String> references);

    List<Regie> regies();

    /** What a payer owes, in cents. */
    record NewDebt(
            String owner,
            String reference,
            String client,
            String title,
            LocalDate due,
            List<Line> lines,
            List<UUID> payers) {

        public NewDebt {
            lines = List.copyOf(lines);
            payers = List.copyOf(payers);
        }

        /** What it is for. */
        public record Line(String words, int cents) {}
    }

    /** What is taken back of a debt, in cents. */
    record Credit(String owner, String reference, String key, int cents, String words) {}

    /** How a debt stands, in cents. */
    record Standing(String reference, int cents, int paid, int credited, int left) {}

    /** Who takes the money, by the six digits of its contract. */
    record Regie(String client, String name) {}
}

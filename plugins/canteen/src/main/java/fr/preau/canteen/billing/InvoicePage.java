package fr.preau.canteen.billing;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note, down to each meal.
 *
 * @param reference empty as long as it is not issued
 * @param reason of a credit note
 * @param corrects the invoice that a credit note takes back some of; null for an invoice
 * @param credits that take back some of it
 * @param leftOver of a credit note what a later invoice takes off, in cents
 * @param paid of it, in cents; null where nobody knows
 * @param left to be paid, in cents; null where nobody knows
 * @param creditable the meals that can be taken back, for who may do so
 * @param run that has made it, for who may see it; null for others
 * @param pay the address where one pays
 * @param asks the key of the form for those who find it hard to pay; null where it is not offered
 * @param aids what was asked before
 */
public record InvoicePage(
        UUID invoice,
        Invoice.Kind kind,
        String reference,
        String title,
        String payer,
        LocalDate due,
        int cents,
        @Nullable Instant issuedAt,
        String reason,
        @Nullable InvoiceRow corrects,
        List<InvoiceRow> credits,
        int leftOver,
        @Nullable Integer paid,
        @Nullable Integer left,
        List<Line> lines,
        List<Creditable> creditable,
        @Nullable UUID run,
        String pay,
        @Nullable UUID asks,
        List<Said> aids,
        Violations violations) {

    public InvoicePage {
        credits = List.copyOf(credits);
        lines = List.copyOf(lines);
        creditable = List.copyOf(creditable);
        aids = List.copyOf(aids);
    }

    /**
     * A line.
     *
     * @param late whether its meals are of before the period
     * @param band of the tariff, 0 for none
     * @param price of a meal, in cents
     * @param share of it, in percent
     * @param unit the share, in cents
     */
    public record Line(
            int place,
            LineKind kind,
            String pupil,
            String college,
            boolean late,
            int band,
            int price,
            int share,
            int unit,
            int meals,
            int cents,
            String decision,
            List<LocalDate> days) {

        public Line {
            days = List.copyOf(days);
        }
    }

    /** What a family has said that finds it hard to pay, and the answer; empty where none is. */
    public record Said(String words, Instant askedAt, String answer) {}

    /**
     * A meal that can be taken back.
     *
     * @param meal as a form names it
     */
    public record Creditable(String meal, String pupil, LocalDate day, int cents) {}
}

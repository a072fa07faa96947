package fr.preau.payment.debts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody owes from now on.
 *
 * @param owner the module that raises it
 * @param reference what that module calls it, 1 to 60 ASCII letters, digits and hyphens
 * @param client the number of the régie's contract with PayFiP, six digits
 * @param title as people read it, 1 to 99 characters
 * @param due the last day on which it is paid in time
 * @param lines what it is for; together they are the debt, which is more than nothing
 * @param payers who may see it and pay of it, by their accounts
 */
public record NewDebt(
        String owner,
        String reference,
        String client,
        String title,
        LocalDate due,
        List<Line> lines,
        List<UUID> payers) {

    /** The most that one debt can be, in cents. */
    private static final int MOST = 10_000_000;

    private static final int MOST_LINES = 500;
    private static final int LONGEST_TITLE = 99;

    /**
     * A line of it.
     *
     * @param words 1 to 200 characters
     * @param cents negative for what is taken off
     */
    public record Line(String words, int cents) {}

    public NewDebt {
        lines = List.copyOf(lines);
        payers = List.copyOf(payers);
    }

    /** In cents. */
    int cents() {
        return Math.toIntExact(lines.stream().mapToLong(Line::cents).sum());
    }

    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    void check() {
        require(reference.matches("[A-Za-z0-9-]{1,60}"), "reference");
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "title");
        require(!lines.isEmpty() && lines.size() <= MOST_LINES, "lines");
        require(
                lines.stream()
                        .allMatch(line -> !line.words().isBlank() && line.words().length() <= 200),
                "words of a line");
        require(lines.stream().allMatch(line -> Math.abs((long) line.cents()) <= MOST), "cents");
        require(cents() > 0 && cents() <= MOST, "cents");
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("no debt has this as its " + field);
        }
    }
}

package fr.preau.canteen.tariff;

import fr.preau.api.route.Violations;
import fr.preau.api.text.Euros;
import fr.preau.api.text.ModuleTexts;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a tax notice (avis d’impôt sur les revenus) says of a household.
 *
 * @param income the revenu fiscal de référence, in euros
 * @param shares the nombre de parts, in hundredths
 */
public record TaxNotice(int income, int shares) {

    private static final ModuleTexts TEXTS = ModuleTexts.of(TaxNotice.class);

    private static final int ONE_SHARE = 100;

    /**
     * As people type it; empty where {@link #problems} finds something.
     *
     * @param income in euros; cents are written on no tax notice, and are left out
     * @param shares as in {@code 2,5}
     */
    public static Optional<TaxNotice> of(String income, String shares) {
        return problems(income, shares).isEmpty()
                ? Optional.of(
                        new TaxNotice(
                                Euros.cents(income).orElseThrow() / ONE_SHARE,
                                Euros.cents(shares).orElseThrow()))
                : Optional.empty();
    }

    /** What is wrong with it, at {@code income} and {@code shares}. */
    public static Violations problems(String income, String shares) {
        OptionalInt cents = Euros.cents(income);
        OptionalInt hundredths = Euros.cents(shares);
        Violations problems = Violations.none();
        if (cents.isEmpty() || cents.getAsInt() / ONE_SHARE > Quotient.MOST_INCOME) {
            problems =
                    problems.and(Violations.of("income", TEXTS.text("simulator.problem.income")));
        }
        if (hundredths.isEmpty()
                || hundredths.getAsInt() < ONE_SHARE
                || hundredths.getAsInt() > Quotient.MOST_SHARES) {
            problems =
                    problems.and(Violations.of("shares", TEXTS.text("simulator.problem.shares")));
        }
        return problems;
    }

    /** The monthly quotient that follows. */
    public Quotient quotient() {
        return Quotient.ofTaxNotice(income, shares);
    }
}

package fr.preau.canteen.tariff;

/**
 * The monthly family quotient (quotient familial mensuel), by which the price of a meal is found.
 *
 * <p>The Département's own, and not that of the CAF: the income of the tax notice (revenu fiscal de
 * référence) by twelve months and by the shares (parts) of the household.
 *
 * @param cents in euro cents, none or more
 */
public record Quotient(int cents) {

    /** The highest income that is taken for one, in euros. */
    static final int MOST_INCOME = 9_999_999;

    /** The most shares that are taken for true, in hundredths. */
    static final int MOST_SHARES = 2_000;

    private static final long MONTHS = 12;

    public Quotient {
        if (cents < 0) {
            throw new IllegalArgumentException("a quotient of " + cents + " cents");
        }
    }

    /**
     * Of a tax notice; half a cent is one.
     *
     * @param income in euros, 0 to {@value #MOST_INCOME}
     * @param shares in hundredths, 100 to {@value #MOST_SHARES}: a child in alternate care counts a
     *     quarter
     */
    static Quotient ofTaxNotice(int income, int shares) {
        if (income < 0 || income > MOST_INCOME || shares < 100 || shares > MOST_SHARES) {
            throw new IllegalArgumentException(income + " euros by " + shares + " hundredths");
        }
        long by = MONTHS * shares;
        return new Quotient(Math.toIntExact((income * 10_000L + by / 2) / by));
    }
}

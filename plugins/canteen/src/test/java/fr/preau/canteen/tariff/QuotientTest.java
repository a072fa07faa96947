package fr.preau.canteen.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The monthly quotient of a tax notice. */
class QuotientTest {

    @ParameterizedTest
    @CsvSource({
        "24000, 250, 80000",
        "0, 100, 0",
        "1, 2000, 0",
        "1, 1000, 1",
        "30000, 225, 111111",
        "9999999, 100, 83333325"
    })
    void isTheIncomeByTwelveMonthsAndByTheShares(int income, int shares, int cents) {
        assertThat(Quotient.ofTaxNotice(income, shares).cents()).isEqualTo(cents);
    }

    @Property
    void isExactToTheCent(
            @ForAll @IntRange(max = Quotient.MOST_INCOME) int income,
            @ForAll @IntRange(min = 100, max = Quotient.MOST_SHARES) int shares) {
        BigDecimal exact =
                BigDecimal.valueOf(income)
                        .multiply(BigDecimal.valueOf(10_000))
                        .divide(BigDecimal.valueOf(12L * shares), 0, RoundingMode.HALF_UP);

        assertThat(Quotient.ofTaxNotice(income, shares).cents()).isEqualTo(exact.intValueExact());
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "10000000, 100", "1000, 0", "1000, 99", "1000, 2001", "1000, -250"})
    void isNotTakenOfWhatNoTaxNoticeSays(int income, int shares) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quotient.ofTaxNotice(income, shares));
    }
}

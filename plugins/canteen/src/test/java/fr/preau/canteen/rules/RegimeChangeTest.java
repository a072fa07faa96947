package fr.preau.canteen.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of régime waits for the end of a term, three weeks at least. */
class RegimeChangeTest {

    private static final RegimeChange THREE_WEEKS =
            new RegimeChange(
                    List.of(
                            LocalDate.of(2026, 12, 18),
                            LocalDate.of(2027, 3, 26),
                            LocalDate.of(2027, 7, 3)),
                    3);

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-12-19",
        "2026-11-27, 2026-12-19",
        "2026-11-28, 2027-03-27",
        "2027-03-05, 2027-03-27"
    })
    void takesEffectAfterTheTermWhoseEndIsFarEnough(LocalDate asked, LocalDate from) {
        assertThat(THREE_WEEKS.askedOn(asked)).contains(from);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-06", "2027-06-30", "2027-08-31"})
    void afterThatItIsForTheNextSchoolYear(LocalDate asked) {
        assertThat(THREE_WEEKS.askedOn(asked)).isEmpty();
    }

    @Test
    void termsEndOneAfterTheOther() {
        LocalDate day = LocalDate.of(2027, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegimeChange(List.of(day, day), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RegimeChange(List.of(day), -1));
    }
}

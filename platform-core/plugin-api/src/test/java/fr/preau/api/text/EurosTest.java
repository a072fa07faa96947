package fr.preau.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EurosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0,00_€",
                "5 | 0,05_€",
                "4250 | 42,50_€",
                "123450 | 1_234,50_€",
                "-1250 | -12,50_€",
                "9999999999 | 99_999_999,99_€"
            })
    void centsAreWrittenAsEurosOnOneLine(long cents, String words) {
        assertThat(Euros.of(cents)).isEqualTo(words.replace('_', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 1200",
                "12,5 | 1250",
                "12,50 € | 1250",
                "12.50€ | 1250",
                "1 234,50 | 123450",
                "1\u202f234,50\u00a0€ | 123450",
                "0,01 | 1",
                "9999999,99 | 999999999"
            })
    void whatPeopleTypeBecomesCents(String typed, int cents) {
        assertThat(Euros.cents(typed)).hasValue(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "12,505",
                "1,2,3",
                "12 5",
                "1 2345",
                "abc",
                "12e3",
                "٣",
                "10000000",
                "999999999999",
                "12,",
                "€"
            })
    void anythingElseIsNoAmount(String typed) {
        assertThat(Euros.cents(typed)).isEmpty();
    }
}

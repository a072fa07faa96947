package fr.preau.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aSpreadsheetFindsAccentsQuotesAndSemicolonsAsTheyWere() {
        assertThat(table("Noël", "il a dit « oui »; \"non\""))
                .isEqualTo("\ufeff\"Noël\";\"il a dit « oui »; \"\"non\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-1", "@x", "\tx", "＝1"})
    void nothingThatSomebodyTypedIsAFormula(String typed) {
        assertThat(table(typed)).startsWith("\ufeff\"'");
    }

    private static String table(String... cells) {
        return new String(new Csv().row(List.of(cells)).bytes(), StandardCharsets.UTF_8);
    }
}

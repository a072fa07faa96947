package fr.preau.api.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UaiTest {

    private static final Path HAUTS_DE_SEINE = Path.of("..", "..", "tenants", "hauts-de-seine");

    @Test
    void theCodesOfAllNinetyNineCollegesAreTaken() throws IOException {
        List<String> codes;
        try (Stream<Path> files = Files.list(HAUTS_DE_SEINE)) {
            codes =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("092"))
                            .map(name -> name.substring(0, 8))
                            .toList();
        }
        assertThat(codes).hasSize(99).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> assertThat(new Uai(code)).hasToString(code));
    }

    @Test
    void oneDigitTypedWrongIsNoticed() {
        String right = "0921244C";
        for (int place = 0; place < 7; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, place) + digit + right.substring(place + 1);
                if (!typed.equals(right)) {
                    assertThatThrownBy(() -> new Uai(typed))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("check letter");
                }
            }
        }
    }

    @Test
    void theLetterThatWasExpectedIsNamed() {
        assertThatThrownBy(() -> new Uai("0921244D")).hasMessageContaining("should be C");
    }

    @Test
    void aDepartementHasACodeThatNoSchoolHas() {
        Uai departement = Uai.ofDepartement("92");

        assertThat(departement).hasToString("0920000A");
        assertThat(departement.isDepartement()).isTrue();
        assertThat(Uai.ofDepartement("974").isDepartement()).isTrue();
        assertThat(new Uai("0921244C").isDepartement()).isFalse();
        for (String number : List.of("", "9", "2A", "9200", "0921244")) {
            assertThatThrownBy(() -> Uai.ofDepartement(number))
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0921244", "0921244c", "921244C", "O921244C", "09212444C", "٠٩٢١٢٤٤C"})
    void whatHasAnotherShapeIsRefused(String text) {
        assertThatThrownBy(() -> new Uai(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

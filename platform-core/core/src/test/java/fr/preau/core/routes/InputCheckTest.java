package fr.preau.core.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody reads when a form is not filled in as it should be. */
class InputCheckTest {

    private record Letter(
            @NotBlank @Size(max = 10) @Nullable String subject,
            @NotEmpty List<@NotBlank String> recipients,
            @NotNull @Nullable LocalDate day,
            @Min(1) @Max(5) int copies,
            @Pattern(regexp = "[0-9]{5}", message = "Cinq chiffres, comme 92310.")
                    @Nullable String postcode,
            @AssertTrue boolean agreed) {}

    private final InputCheck check = new InputCheck();

    @AfterEach
    void close() {
        check.close();
    }

    @Test
    void whatIsFilledInIsFine() {
        Letter letter =
                new Letter("Sortie", List.of("5eB"), LocalDate.of(2026, 11, 3), 2, "92310", true);
        assertThat(check.check(letter).isEmpty()).isTrue();
    }

    @Test
    void eachFieldSaysInAFrenchSentenceWhatIsWrong() {
        Letter letter = new Letter(" ", List.of(), null, 9, "9231", false);
        assertThat(check.check(letter).byField())
                .containsOnlyKeys("subject", "recipients", "day", "copies", "postcode", "agreed")
                .allSatisfy(
                        (field, messages) ->
                                assertThat(messages)
                                        .allSatisfy(
                                                message ->
                                                        assertThat(message)
                                                                .endsWith(".")
                                                                .doesNotContain("must", "{")
                                                                .matches("^\\p{Lu}.*")));
        assertThat(check.check(letter).of("postcode")).contains("Cinq chiffres, comme 92310.");
        assertThat(check.check(letter).of("copies").orElseThrow())
                .startsWith("Ce champ doit être")
                .contains("5");
    }

    @Test
    void anElementOfAListCountsForItsList() {
        Letter letter =
                new Letter("Sortie", List.of("5eB", " "), LocalDate.of(2026, 11, 3), 1, null, true);
        assertThat(check.check(letter).byField()).containsOnlyKeys("recipients");
    }

    @Test
    void theLanguageOfTheServerDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Letter letter = new Letter(null, List.of("5eB"), LocalDate.EPOCH, 1, null, true);
            try (InputCheck german = new InputCheck()) {
                assertThat(german.check(letter).of("subject").orElseThrow()).contains("vide");
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}

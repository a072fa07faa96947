package fr.preau.core.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts that a stranger sent become an input record. */
class InputBinderTest {

    private static final String ID = "01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e";

    private record Everything(
            @Nullable String text,
            int count,
            @Nullable Integer maybeCount,
            long bytes,
            @Nullable Long maybeBytes,
            boolean agreed,
            @Nullable Boolean maybeAgreed,
            @Nullable UUID key,
            @Nullable PersonId person,
            @Nullable ClassId schoolClass,
            @Nullable LocalDate day,
            @Nullable YearMonth month,
            @Nullable Profile profile,
            List<PersonId> recipients,
            List<Integer> weekdays) {}

    private record Careful(String text) {
        Careful {
            if (text == null) {
                throw new IllegalArgumentException("a text is needed");
            }
        }
    }

    private record NotBindable(Instant at) {}

    private record Open(String module, Map<String, String> setting) {}

    private final InputBinder<Everything> binder = new InputBinder<>(Everything.class);

    @Test
    void aMapTakesTheTextsWhoseNamesBeginWithItsOwn() {
        InputBinder.Bound<Open> bound =
                new InputBinder<>(Open.class)
                        .bind(
                                Map.of(
                                        "module", List.of("garden"),
                                        "setting", List.of("no"),
                                        "settings.other", List.of("no"),
                                        "setting.keep-days", List.of("45", "46"),
                                        "setting.greeting", List.of("")));

        assertThat(bound.violations().isEmpty()).isTrue();
        assertThat(bound.input())
                .isEqualTo(new Open("garden", Map.of("keep-days", "45", "greeting", "")));
    }

    @Test
    void eachTypeIsReadFromItsText() {
        InputBinder.Bound<Everything> bound =
                binder.bind(
                        Map.ofEntries(
                                Map.entry("text", List.of("Sortie  au musée ")),
                                Map.entry("count", List.of("-12")),
                                Map.entry("maybeCount", List.of(" 7 ")),
                                Map.entry("bytes", List.of("9000000000")),
                                Map.entry("maybeBytes", List.of("1")),
                                Map.entry("agreed", List.of("on")),
                                Map.entry("maybeAgreed", List.of("false")),
                                Map.entry("key", List.of(ID)),
                                Map.entry("person", List.of(ID)),
                                Map.entry("schoolClass", List.of(ID)),
                                Map.entry("day", List.of("2026-11-03")),
                                Map.entry("month", List.of("2026-11")),
                                Map.entry("profile", List.of("TEACHER")),
                                Map.entry("recipients", List.of(ID, "", ID)),
                                Map.entry("weekdays", List.of("1", "5"))));
        assertThat(bound.violations().isEmpty()).isTrue();
        assertThat(bound.input())
                .isEqualTo(
                        new Everything(
                                "Sortie  au musée ",
                                -12,
                                7,
                                9_000_000_000L,
                                1L,
                                true,
                                false,
                                UUID.fromString(ID),
                                PersonId.of(ID),
                                ClassId.of(ID),
                                LocalDate.of(2026, 11, 3),
                                YearMonth.of(2026, 11),
                                Profile.TEACHER,
                                List.of(PersonId.of(ID), PersonId.of(ID)),
                                List.of(1, 5)));
    }

    @Test
    void whatIsMissingIsNothingAndNotWrong() {
        InputBinder.Bound<Everything> bound = binder.bind(Map.of());
        assertThat(bound.violations().isEmpty()).isTrue();
        assertThat(bound.input())
                .isEqualTo(
                        new Everything(
                                null, 0, null, 0, null, false, null, null, null, null, null, null,
                                null, List.of(), List.of()));
    }

    @Test
    void aFieldLeftEmptyInAFormIsMissingSaveAText() {
        InputBinder.Bound<Everything> bound =
                binder.bind(
                        Map.of(
                                "text", List.of(""),
                                "maybeCount", List.of(""),
                                "day", List.of(""),
                                "profile", List.of(""),
                                "recipients", List.of("")));
        assertThat(bound.violations().isEmpty()).isTrue();
        Everything input = Objects.requireNonNull(bound.input());
        assertThat(input.text()).isEmpty();
        assertThat(input.maybeCount()).isNull();
        assertThat(input.day()).isNull();
        assertThat(input.recipients()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "count, douze, Un nombre entier est attendu.",
        "count, 99999999999, Un nombre entier est attendu.",
        "maybeCount, 1.5, Un nombre entier est attendu.",
        "bytes, 1e3, Un nombre entier est attendu.",
        "maybeBytes, x, Un nombre entier est attendu.",
        "agreed, peut-être, Cette valeur n’est pas connue.",
        "key, 42, Cette valeur n’est pas connue.",
        "person, 42, Cette valeur n’est pas connue.",
        "schoolClass, 5eB, Cette valeur n’est pas connue.",
        "day, 03/11/2026, 'Une date est attendue, comme 2026-11-03.'",
        "day, 2026-02-30, 'Une date est attendue, comme 2026-11-03.'",
        "month, novembre, 'Un mois est attendu, comme 2026-11.'",
        "profile, teacher, Cette valeur n’est pas connue.",
        "profile, JANITOR, Cette valeur n’est pas connue.",
        "recipients, 42, Cette valeur n’est pas connue.",
        "weekdays, lundi, Un nombre entier est attendu."
    })
    void whatCannotBeReadIsToldInFrenchBesideItsField(String field, String typed, String told) {
        InputBinder.Bound<Everything> bound = binder.bind(Map.of(field, List.of(typed)));
        assertThat(bound.violations().byField()).isEqualTo(Map.of(field, List.of(told)));
        // The form can be shown again with all that could be read.
        assertThat(bound.input()).isNotNull();
    }

    @Test
    void oneWrongElementMakesTheWholeListWrong() {
        InputBinder.Bound<Everything> bound =
                binder.bind(Map.of("recipients", List.of(ID, "somebody")));
        assertThat(bound.violations().of("recipients")).isPresent();
        assertThat(Objects.requireNonNull(bound.input()).recipients()).isEmpty();
    }

    @Test
    void whatTheRecordDoesNotKnowIsLeftAside() {
        assertThat(binder.bind(Map.of("isAdmin", List.of("true"))).violations().isEmpty()).isTrue();
    }

    @Test
    void aRecordThatRefusesItsValuesIsAViolationAndNotAFailure() {
        InputBinder.Bound<Careful> bound = new InputBinder<>(Careful.class).bind(Map.of());
        assertThat(bound.input()).isNull();
        assertThat(bound.violations().of("")).contains("La demande n’est pas complète.");
    }

    @Test
    void aTypeThatNobodyCanTypeIsRefusedWhenTheRouteIsDeclared() {
        assertThatThrownBy(() -> new InputBinder<>(NotBindable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at can't be bound");
    }
}

package fr.preau.core.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.preau.api.page.PageOf;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.Uai;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a record is read from JSON that another module, or an older version, has written. */
class RecordReadingTest {

    private static final String ID = "01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e";

    /** All that can be read. */
    public record Everything(
            PersonId person,
            ClassId schoolClass,
            Uai college,
            UUID key,
            Instant at,
            LocalDate day,
            LocalTime time,
            Duration length,
            Profile profile,
            int small,
            long large,
            double part,
            BigDecimal price,
            boolean urgent,
            @Nullable String note,
            Optional<String> remark,
            List<SchoolClass> classes,
            Set<Profile> profiles,
            Map<String, Integer> counts) {}

    /** With a second constructor, and with a rule. */
    public record Picky(List<String> words, int count) {
        public Picky {
            words = List.copyOf(words);
            if (count < 0) {
                throw new IllegalArgumentException("less than none");
            }
        }

        public Picky(List<String> words) {
            this(words, words.size());
        }
    }

    /** Holds itself. */
    public record Tree(List<Tree> children) {}

    /** Holds a generic record, as many pages do. */
    public record Shelf(PageOf<SchoolClass> classes) {}

    private final RecordJson json = new RecordJson();

    @AfterEach
    void close() {
        json.close();
    }

    @Test
    void aGenericRecordIsReadWithWhatItHolds() {
        Shelf shelf =
                new Shelf(new PageOf<>(List.of(new SchoolClass(ClassId.of(ID), "5eB")), 2, true));

        assertThat(json.read(json.write(shelf), Shelf.class)).isEqualTo(shelf);
    }

    private @Nullable Object picky(String text) {
        return json.read(text, Picky.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Everything all =
                new Everything(
                        PersonId.of(ID),
                        ClassId.of(ID),
                        new Uai("0921244C"),
                        UUID.fromString(ID),
                        Instant.parse("2026-11-03T07:05:00.123456Z"),
                        LocalDate.of(2026, 11, 3),
                        LocalTime.of(8, 30),
                        Duration.ofMinutes(90),
                        Profile.TEACHER,
                        -3,
                        9_007_199_254_740_993L,
                        0.25,
                        new BigDecimal("12.30"),
                        true,
                        null,
                        Optional.of("« à l’œuvre »"),
                        List.of(new SchoolClass(ClassId.of(ID), "5eB")),
                        Set.of(Profile.PUPIL, Profile.STAFF),
                        Map.of("lundi", 1, "mardi", 2));

        JsonShape.requireRead(Everything.class);
        assertThat(json.read(json.write(all), Everything.class)).isEqualTo(all);
    }

    @Test
    void whatIsMissingIsNothingAndWhatIsUnknownIsIgnored() {
        assertThat(picky("{\"colour\": {\"deep\": [1]}}")).isEqualTo(new Picky(List.of(), 0));
        assertThat(picky("{\"words\": null, \"count\": null}")).isEqualTo(new Picky(List.of(), 0));
        assertThat(picky("null")).isNull();
        Everything empty = (Everything) json.read("{}", Everything.class);
        assertThat(empty).isNotNull();
        assertThat(String.valueOf(empty))
                .contains("person=null", "large=0", "urgent=false", "remark=Optional.empty")
                .contains("counts={}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\": \"3\"}            | count: not a int",
                "{\"count\": 1.5}              | count: not a int",
                "{\"count\": 99999999999}      | count: not a int",
                "{\"count\": 1e999}            | too many digits",
                "{\"count\": -1}               | less than none",
                "{\"words\": \"a\"}            | words: not a list",
                "{\"words\": [1]}              | words: not a String",
                "{\"words\": [null]}           | words: null among other values",
                "[]                            | not a Picky",
                "{                             | not JSON",
                "{} {}                         | not JSON",
            })
    void whatIsNotOfThisTypeIsRefusedWithItsPlace(String text, String reason) {
        assertThatExceptionOfType(JsonRefused.class)
                .isThrownBy(() -> picky(text))
                .withMessageContaining(reason);
    }

    @Test
    void identitiesAndDatesThatAreNoneAreRefused() {
        for (String member :
                List.of(
                        "\"person\": \"anais\"",
                        "\"college\": \"0921244D\"",
                        "\"day\": \"2026-02-30\"",
                        "\"profile\": \"ELEVE\"",
                        "\"at\": \"yesterday\"")) {
            assertThatExceptionOfType(JsonRefused.class)
                    .as(member)
                    .isThrownBy(() -> json.read("{" + member + "}", Everything.class));
        }
    }

    @Test
    void jsonWithoutMeasureIsRefusedBeforeATreeIsMadeOfIt() {
        String deep = "{\"children\":[".repeat(50_000) + "]}".repeat(50_000);
        assertThatExceptionOfType(JsonRefused.class)
                .isThrownBy(() -> json.read(deep, Tree.class))
                .withMessageContaining("too deep or too large");
        String unknown = "{\"other\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        assertThatExceptionOfType(JsonRefused.class).isThrownBy(() -> picky(unknown));
        String wide = "{\"words\":[" + "[],".repeat(200_000) + "[]]}";
        assertThatExceptionOfType(JsonRefused.class)
                .isThrownBy(() -> picky(wide))
                .withMessageContaining("too deep or too large");
    }

    @Test
    void typesThatJsonCanNotHoldAreNamedBeforehand() {
        record Odd(List<Thread> threads) {}
        record OddMap(Map<Integer, String> byNumber) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonShape.requireRead(Odd.class))
                .withMessageContaining("java.lang.Thread");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonShape.requireRead(OddMap.class))
                .withMessageContaining("Map");
        JsonShape.requireRead(Tree.class);
    }
}

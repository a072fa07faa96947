package fr.preau.core.plugins.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manifest says, and how its mistakes are named: by line, all at once. */
class ManifestReadingTest {

    private static final String WHOLE =
            """
            {
              "manifest": 1,
              "id": "lost-and-found",
              "version": "1.2.0",
              "api": "[1.0,2)",
              "titles": {"fr": "Objets trouvés", "en": "Lost and found"},
              "description": {"fr": "Ce qui a été trouvé au collège, et à qui le demander."},
              "publisher": {"name": "Éditions du Préau", "website": "https://example.org"},
              "licence": "EUPL-1.2",
              "profiles": ["PUPIL", "STAFF"],
              "permissions": [
                {"name": "directory:read", "reason": "Pour nommer qui a trouvé un objet."},
                {"name": "network", "reason": "Pour demander la météo de demain.", "hosts": ["meteo.example.org"]}
              ],
              "services": {"offers": ["lost-and-found.Items"],
                           "uses": [{"name": "canteen.Meals/2", "presence": "optional"}]},
              "events": {"publishes": ["lost-and-found.ItemFound"], "listens": ["school-life.PupilAbsent"]},
              "settings": [
                {"key": "keep-days", "type": "integer", "titles": {"fr": "Garder pendant"}, "default": 30, "minimum": 1, "maximum": 400},
                {"key": "place", "type": "choice", "titles": {"fr": "Où"}, "default": "loge",
                 "choices": [{"value": "loge", "titles": {"fr": "La loge"}}, {"value": "cpe", "titles": {"fr": "Le CPE"}}]}
              ],
              "cards": [{"id": "found", "profiles": ["PUPIL"], "asks": true}],
              "menu": [{"text": "menu.items", "path": "/items", "profiles": ["STAFF"]}],
              "jobs": [{"id": "forget-old", "every": "PT24H"}, {"id": "tidy", "daily": "02:30"}],
              "tables": ["lost_and_found_item"],
              "notices": [{"id": "found", "titles": {"fr": "Objet retrouvé"}},
                          {"id": "danger", "titles": {"fr": "Objet dangereux"}, "urgency": "emergency",
                           "profiles": ["STAFF"]}]
            }
            """;

    @Test
    void aNoticeIsForThoseWhomTheModuleServes() {
        assertThat(
                        mistakes(
                                changed(
                                        "\"profiles\": [\"STAFF\"]}]",
                                        "\"profiles\": [\"TEACHER\"]}]")))
                .contains("line 29: /notices/1/profiles: the module does not serve TEACHER");
    }

    private static List<String> mistakes(String text) {
        return ManifestReading.of(text).mistakes().stream().map(ManifestMistake::toString).toList();
    }

    private static String changed(String from, String to) {
        assertThat(WHOLE).contains(from);
        return WHOLE.replace(from, to);
    }

    @Test
    void aWholeManifestIsRead() {
        PluginManifest manifest = ManifestReading.of(WHOLE).manifest().orElseThrow();

        assertThat(mistakes(WHOLE)).isEmpty();
        assertThat(manifest.title()).isEqualTo("Objets trouvés");
        assertThat(manifest.college().profiles())
                .containsExactlyInAnyOrder(Profile.PUPIL, Profile.STAFF);
        assertThat(manifest.asked())
                .containsExactlyInAnyOrder(Permission.DIRECTORY_READ, Permission.NETWORK);
        assertThat(manifest.hosts()).containsExactly("meteo.example.org");
        assertThat(manifest.uses()).containsExactly(new UsedService("canteen.Meals/2", false));
        assertThat(manifest.college().jobs())
                .containsExactly(
                        new DeclaredJob.Repeated("forget-old", Duration.ofHours(24)),
                        new DeclaredJob.Daily("tidy", LocalTime.of(2, 30)));
        assertThat(manifest.notices())
                .containsExactly(
                        new DeclaredNotice(
                                "found",
                                "Objet retrouvé",
                                Urgency.NORMAL,
                                Set.of(Profile.values())),
                        new DeclaredNotice(
                                "danger",
                                "Objet dangereux",
                                Urgency.EMERGENCY,
                                Set.of(Profile.STAFF)));
        assertThat(manifest.settings().get(0).standard()).isEqualTo("30");
        assertThat(manifest.settings().get(1).choices()).hasSize(2);
        assertThat(manifest.college().cards().get(0).asks()).isTrue();
        assertThat(manifest.tablePrefix()).isEqualTo("lost_and_found_");
    }

    @Test
    void aKindOfNoticeIsDeclaredOnceAndIsUrgentOrNot() {
        assertThat(mistakes(changed("\"id\": \"danger\"", "\"id\": \"found\"")))
                .singleElement()
                .asString()
                .contains("/notices/1/id", "« found » is there twice");
        assertThat(mistakes(changed("\"emergency\"", "\"urgent\"")))
                .singleElement()
                .asString()
                .contains("/notices/1/urgency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "id": "lost-and-found",|"id": "Lost",|3|/id
                    "id": "lost-and-found",|"id": "core",|3|/id
                    "id": "lost-and-found",|"id": "person",|3|/id
                    "id": "lost-and-found",|"id": "school",|3|/id
                    "version": "1.2.0"|"version": "1.2"|4|/version
                    "api": "[1.0,2)"|"api": "[2.0,3)"|5|/api
                    "api": "[1.0,2)"|"api": "[1.5,2)"|5|/api
                    "api": "[1.0,2)"|"api": "[1.0,1.0)"|5|/api
                    "titles": {"fr"|"titles": {"de"|6|/titles
                    "licence": "EUPL-1.2",|"licence": 3,|9|/licence
                    ["PUPIL", "STAFF"],|["PUPIL", "OPERATOR"],|10|/profiles/1
                    ["PUPIL", "STAFF"],|["PUPIL", "PUPIL"],|10|/profiles
                    "directory:read"|"directory:all"|12|/permissions/0/name
                    Pour nommer qui a trouvé un objet.|parce que|12|/permissions/0/reason
                    , "hosts": ["meteo.example.org"]||13|/permissions/1
                    "lost-and-found.Items"|"canteen.Items"|15|/services/offers/0
                    "optional"|"perhaps"|16|/services/uses/0/presence
                    "lost-and-found.ItemFound"|"school-life.ItemFound"|17|/events/publishes/0
                    "default": 30|"default": "trente"|19|/settings/0/default
                    "default": 30|"default": 401|19|/settings/0/default
                    "default": "loge"|"default": "cave"|20|/settings/1/default
                    "key": "place"|"key": "keep-days"|20|/settings/1/key
                    "profiles": ["PUPIL"], "asks"|"profiles": ["TEACHER"], "asks"|23|/cards/0/profiles
                    "path": "/items"|"path": "items"|24|/menu/0/path
                    "PT24H"|"PT0M"|25|/jobs/0/every
                    "02:30"|"25:30"|25|/jobs/1/daily
                    "lost_and_found_item"|"canteen_meal"|26|/tables/0
                    """)
    void eachMistakeIsNamedWithItsLine(String from, String to, int line, String place) {
        String text = changed(from, to == null ? "" : to);

        assertThat(ManifestReading.of(text).manifest()).isEmpty();
        assertThat(ManifestReading.of(text).mistakes())
                .anySatisfy(
                        mistake -> {
                            assertThat(mistake.line()).isEqualTo(line);
                            assertThat(mistake.place()).isEqualTo(place);
                            assertThat(mistake.message()).isNotBlank();
                        });
    }

    @Test
    void allMistakesAreNamedAtOnceFromTopToBottom() {
        String text =
                changed("\"version\": \"1.2.0\"", "\"version\": 1")
                        .replace("\"PT24H\"", "\"every day\"")
                        .replace("\"licence\": \"EUPL-1.2\",", "");

        assertThat(mistakes(text)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ManifestReading.of(text).mistakes())
                .extracting(ManifestMistake::line)
                .isSorted()
                .contains(1, 4);
    }

    @Test
    void aMemberThatNobodyKnowsIsNamedWithItsOwnLine() {
        String text = changed("\"manifest\": 1,", "\"manifest\": 1,\n  \"permisions\": [],");

        assertThat(mistakes(text)).singleElement().asString().contains("line 3", "permisions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "[]", "null", "3", "{", "{\"id\": }", "\u0000", "{}"})
    void whateverIsNoManifestIsRefusedInWords(String text) {
        assertThat(ManifestReading.of(text).manifest()).isEmpty();
        assertThat(mistakes(text)).isNotEmpty().allMatch(mistake -> mistake.startsWith("line 1"));
    }

    @Test
    void aMemberThatIsThereTwiceIsRefused() {
        String text = changed("\"manifest\": 1,", "\"manifest\": 1,\n  \"manifest\": 1,");

        assertThat(mistakes(text)).singleElement().asString().contains("line 3", "Duplicate");
    }

    @Test
    void aDeepTextDoesNotBringTheReaderDown() {
        assertThat(mistakes("[".repeat(50_000))).singleElement().asString().contains("line 1");
    }

    @Test
    void everySettingTakesItsOwnKindOfValue() {
        DeclaredSetting days = ManifestReading.of(WHOLE).manifest().orElseThrow().settings().get(0);

        assertThat(days.mistake("30")).isEmpty();
        assertThat(days.mistake("0").orElseThrow().word()).isEqualTo("too-small");
        assertThat(days.mistake("401").orElseThrow().arguments()).containsExactly(400);
        assertThat(days.mistake("99999999999").orElseThrow().word()).isEqualTo("not-a-number");
        assertThat(days.mistake("").orElseThrow().word()).isEqualTo("not-a-number");
    }
}

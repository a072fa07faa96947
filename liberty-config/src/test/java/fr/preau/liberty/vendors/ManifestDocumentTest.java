package fr.preau.liberty.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.plugin.Plugin;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of the manifest's fields and its schema, compared. */
class ManifestDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)`( \\*)? \\| (.*) \\|$");

    private static JsonObject schema = JsonObject.EMPTY_JSON_OBJECT;
    private static String section = "";

    @BeforeAll
    static void readBoth() throws IOException {
        Path page =
                Path.of(System.getProperty("preau.root", ".."), "docs", "vendors", "reference.md");
        section = Files.readString(page).split("## The manifest\n", 2)[1].split("\n## ", 2)[0];
        try (InputStream file = Plugin.class.getResourceAsStream("plugin.schema.json");
                JsonReader reader = Json.createReader(file)) {
            schema = reader.readObject();
        }
    }

    private static Map<String, Boolean> told() {
        return ROW.matcher(section)
                .results()
                .collect(
                        Collectors.toMap(
                                row -> row.group(1),
                                row -> row.group(2) != null,
                                (first, second) -> first,
                                TreeMap::new));
    }

    @Test
    void everyFieldStandsInTheTableWithWhetherItMustBeThere() {
        List<String> required = schema.getJsonArray("required").getValuesAs(JsonString::getString);

        assertThat(told())
                .isEqualTo(
                        schema.getJsonObject("properties").keySet().stream()
                                .filter(name -> !name.startsWith("$"))
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                required::contains,
                                                (first, second) -> first,
                                                TreeMap::new)));
    }

    @Test
    void everyFieldOfASettingIsNamed() {
        assertThat(
                        schema.getJsonObject("$defs")
                                .getJsonObject("setting")
                                .getJsonObject("properties"))
                .isNotEmpty()
                .allSatisfy((name, type) -> assertThat(section).contains("`" + name + "`"));
    }
}

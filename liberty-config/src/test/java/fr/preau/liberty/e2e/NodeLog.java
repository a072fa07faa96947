package fr.preau.liberty.e2e;

import fr.preau.liberty.LibertyNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * The log of a node, line by line.
 *
 * @param file its {@code messages.log}
 */
record NodeLog(Path file) {

    static NodeLog of(LibertyNode node) {
        return new NodeLog(node.log().resolveSibling("logs").resolve("messages.log"));
    }

    /** Every line, each of which must be one object. */
    List<JsonObject> lines() throws IOException {
        return Files.readAllLines(file).stream().map(NodeLog::object).toList();
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    /** The first line that is like this, once it is written. */
    JsonObject await(Predicate<JsonObject> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> lines().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}

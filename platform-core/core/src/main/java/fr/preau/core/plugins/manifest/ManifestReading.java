package fr.preau.core.plugins.manifest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import fr.preau.api.plugin.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as it was read: what it says, or every mistake in it with its line.
 *
 * <p>The shape is checked by the published JSON schema, the rest by {@link ManifestRules}.
 */
public final class ManifestReading {

    private static final NodeReader READER =
            NodeReader.builder()
                    .jsonMapper(
                            JsonMapper.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .jsonNodeFactoryFactory(LocationJsonNodeFactoryFactory.getInstance())
                    .build();

    private static final Schema SCHEMA = schema();

    private final Optional<PluginManifest> manifest;
    private final List<ManifestMistake> mistakes;

    private ManifestReading(Optional<PluginManifest> manifest, List<ManifestMistake> mistakes) {
        this.manifest = manifest;
        this.mistakes = List.copyOf(mistakes);
    }

    private static Schema schema() {
        try (InputStream in = Plugin.class.getResourceAsStream("plugin.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the plugin API has no schema of manifests");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text, whatever it is. */
    public static ManifestReading of(String text) {
        JsonNode json;
        try {
            json = READER.readTree(text, InputFormat.JSON);
        } catch (IOException | IllegalArgumentException e) {
            return wrong(List.of(notJson(e)));
        }
        if (json == null || json.isMissingNode()) {
            return wrong(List.of(new ManifestMistake(1, "", "the file is empty")));
        }
        List<ManifestMistake> shape = shapeOf(json);
        if (!shape.isEmpty()) {
            return wrong(shape);
        }
        ManifestRules rules = new ManifestRules(json);
        List<ManifestMistake> broken = rules.broken();
        return broken.isEmpty()
                ? new ManifestReading(Optional.of(new ManifestRecords(json).manifest()), List.of())
                : wrong(broken);
    }

    /** The library wraps what its parser says. */
    private static ManifestMistake notJson(Exception thrown) {
        if (thrown.getCause() instanceof JsonProcessingException parser) {
            return new ManifestMistake(
                    line(parser.getLocation()), "", "no JSON: " + parser.getOriginalMessage());
        }
        return new ManifestMistake(1, "", "no JSON: " + thrown.getMessage());
    }

    private static ManifestReading wrong(List<ManifestMistake> mistakes) {
        return new ManifestReading(Optional.empty(), mistakes);
    }

    private static List<ManifestMistake> shapeOf(JsonNode json) {
        List<ManifestMistake> mistakes = new ArrayList<>();
        SCHEMA.validate(
                        json,
                        context -> context.executionConfig(config -> config.locale(Locale.ENGLISH)))
                .forEach(error -> mistakes.add(mistake(json, error)));
        mistakes.sort(Comparator.comparingInt(ManifestMistake::line));
        return mistakes;
    }

    private static ManifestMistake mistake(JsonNode json, Error error) {
        String place = error.getInstanceLocation().toString();
        JsonNode there = error.getInstanceNode();
        String property = error.getProperty();
        if (there != null && property != null && there.has(property)) {
            // What should not be there has a line of its own.
            return mistake(there.get(property), place + "/" + property, error);
        }
        return mistake(there == null ? json : there, place, error);
    }

    private static ManifestMistake mistake(JsonNode there, String place, Error error) {
        return new ManifestMistake(lineOf(there), place, error.getMessage());
    }

    static int lineOf(JsonNode node) {
        return line(JsonNodes.tokenStreamLocationOf(node));
    }

    private static int line(@Nullable JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getLineNr());
    }

    /** What it says; empty when something is wrong. */
    public Optional<PluginManifest> manifest() {
        return manifest;
    }

    /** What is wrong, from the top to the bottom. */
    public List<ManifestMistake> mistakes() {
        return mistakes;
    }
}

package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.plugins.manifest.ManifestReading;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.weaving.DeprecatedUse;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a release that uses what is going to leave. */
class ToldDeprecationsTest {

    private static final PluginManifest GARDEN =
            ManifestReading.of(
                            """
                            {"manifest": 1, "id": "garden", "version": "1.4.0", "api": "[1.0,2)",
                             "titles": {"fr": "Jardin"},
                             "description": {"fr": "Les carrés du jardin."},
                             "publisher": {"name": "Les jardiniers"}, "licence": "EUPL-1.2",
                             "profiles": ["PUPIL"]}
                            """)
                    .manifest()
                    .orElseThrow();

    private static final List<DeprecatedUse> USES =
            List.of(
                    new DeprecatedUse(
                            "garden.Garden.routes", "fr.preau.api.route.Old.told", "1.1"));

    private final Logger logger = Logger.getLogger(ToldDeprecations.class.getName());
    private final Lines lines = new Lines();
    private final ToldDeprecations deprecations = new ToldDeprecations();

    /** Keeps what is logged. */
    private static final class Lines extends Handler {

        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(lines);
    }

    @Test
    void moduleClassAndMemberAreNamedWithTheVersion() {
        deprecations.tell(GARDEN, "a", USES);

        assertThat(lines.said)
                .containsExactly(
                        "module garden 1.4.0: garden.Garden.routes uses fr.preau.api.route.Old.told,"
                                + " which is deprecated since 1.1");
    }

    @Test
    void aReleaseIsToldOnceAndTheNextOneAgain() {
        deprecations.tell(GARDEN, "a", USES);
        deprecations.tell(GARDEN, "a", USES);
        deprecations.tell(GARDEN, "b", USES);

        assertThat(lines.said).hasSize(2);
    }
}

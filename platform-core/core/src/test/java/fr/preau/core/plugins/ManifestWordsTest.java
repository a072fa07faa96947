package fr.preau.core.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.job.Job;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.ModuleWords.Presence;
import fr.preau.core.plugins.manifest.PluginManifest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a manifest says about the dealings of a module with others. */
class ManifestWordsTest {

    @Test
    void eachSectionOfTheManifestIsFoundAgain() throws Exception {
        PluginManifest manifest =
                PluginManifest.parse(
                        """
                        {"manifest": 1, "id": "canteen", "version": "1.0.0", "api": "[1.0,2)",
                         "titles": {"fr": "Cantine"},
                         "description": {"fr": "Les repas de la demi-pension."},
                         "publisher": {"name": "La cantine"}, "licence": "EUPL-1.2",
                         "profiles": ["PUPIL"],
                         "services": {"offers": ["canteen.Meals/2"],
                           "uses": [{"name": "payment.Invoices", "presence": "required"},
                                    {"name": "pedagogy.Lessons", "presence": "optional"}]},
                         "events": {"publishes": ["canteen.MealBooked"],
                           "listens": ["school-life.PupilAbsent"]},
                         "jobs": [{"id": "bill", "daily": "02:30"},
                                  {"id": "forget-old", "every": "PT24H"}]}
                        """);

        assertThat(ManifestWords.of(manifest))
                .isEqualTo(
                        new ModuleWords(
                                "canteen",
                                Set.of("canteen.MealBooked"),
                                Set.of("school-life.PupilAbsent"),
                                Set.of("canteen.Meals/2"),
                                Map.of(
                                        "payment.Invoices", Presence.REQUIRED,
                                        "pedagogy.Lessons", Presence.OPTIONAL),
                                Map.of(
                                        "bill", new Job.Daily(LocalTime.of(2, 30)),
                                        "forget-old", new Job.Every(Duration.ofHours(24)))));
    }
}

package fr.preau.core.notices;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.testing.PlatformTables;
import java.util.List;
import java.util.stream.IntStream;

/** A module that declares three kinds of notices. */
final class ATellingModule {

    private ATellingModule() {}

    static Notices named(String id, NoticeBoard board) {
        try {
            return new ModuleNotices(
                    PluginManifest.parse(
                            """
                            {"manifest": 1, "id": "%s", "version": "1.0.0", "api": "[1.1,2)",
                             "titles": {"fr": "Jardin"},
                             "description": {"fr": "Les carrés du jardin, et qui les arrose."},
                             "publisher": {"name": "Les jardiniers"}, "licence": "EUPL-1.2",
                             "profiles": ["GUARDIAN"],
                             "notices": [{"id": "harvest", "titles": {"fr": "Récolte"}},
                                         {"id": "rain", "titles": {"fr": "Pluie"}},
                                         {"id": "storm", "titles": {"fr": "Orage"},
                                          "urgency": "emergency"}]}
                            """
                                    .formatted(id)),
                    board);
        } catch (PluginRefused e) {
            throw new IllegalStateException(e);
        }
    }

    static PersonId somebody() {
        return new PersonId(PlatformTables.IDS.generate());
    }

    static List<PersonId> people(int howMany) {
        return IntStream.range(0, howMany).mapToObj(number -> somebody()).toList();
    }

    static Notice harvest(String key) {
        return Notice.of("harvest", key, "Les tomates sont mûres", "/beds/" + key);
    }
}

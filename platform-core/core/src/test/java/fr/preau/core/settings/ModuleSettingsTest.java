package fr.preau.core.settings;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.route.Method;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.api.settings.Settings;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ANode;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collège sets of a module, and what the module is told of it. */
class ModuleSettingsTest {

    private static final String DECLARED =
            """
            [{"key": "keep-days", "type": "integer", "titles": {"fr": "Jours de garde"},
              "default": 30, "minimum": 1, "maximum": 90},
             {"key": "greeting", "type": "text", "titles": {"fr": "Accueil"}, "default": "Bonjour"},
             {"key": "photos", "type": "boolean", "titles": {"fr": "Photos"}, "default": false},
             {"key": "order", "type": "choice", "titles": {"fr": "Ordre"}, "default": "newest",
              "choices": [{"value": "newest", "titles": {"fr": "Récents"}},
                          {"value": "place", "titles": {"fr": "Par lieu"}}]},
             {"key": "closing", "type": "date", "titles": {"fr": "Fermeture"}, "default": ""}]
            """;

    private static final Actor AWA = new Actor(null, "Awa");

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final ModuleSettings settings = new ModuleSettings(units, audit, clock);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(3));
    }

    @BeforeEach
    void twoColleges() throws MigrationRefused {
        TwoColleges.open(units, clock);
    }

    private static PluginManifest manifest() throws PluginRefused {
        return PluginManifest.parse(text());
    }

    private Map<String, DeclaredSetting.Mistake> keep(Uai uai, Map<String, String> wished)
            throws PluginRefused {
        return settings.keep(AWA, uai, "garden", manifest().settings(), wished);
    }

    private Object ask(Uai uai, Function<Settings, Object> question) throws PluginRefused {
        Settings garden = new SettingsOfModule(manifest(), units, settings);
        return units.read(DatabaseSpace.of(uai), unit -> question.apply(garden));
    }

    private List<String> journal() {
        return audit.page(1).items().stream()
                .map(entry -> entry.act() + " " + entry.actorName() + " : " + entry.detail())
                .toList();
    }

    @Test
    void whereNobodyHasSetAnythingTheDefaultsOfTheManifestHold() throws PluginRefused {
        assertThat(ask(SEVRES, garden -> garden.integer("keep-days"))).isEqualTo(30);
        assertThat(ask(SEVRES, garden -> garden.text("greeting"))).isEqualTo("Bonjour");
        assertThat(ask(SEVRES, garden -> garden.bool("photos"))).isEqualTo(false);
        assertThat(ask(SEVRES, garden -> garden.choice("order"))).isEqualTo("newest");
        assertThat(ask(SEVRES, garden -> garden.date("closing"))).isEqualTo(Optional.empty());
    }

    @Test
    void whatACollegeSetsHoldsThereAndNowhereElseAndStandsInTheJournal() throws PluginRefused {
        assertThat(keep(SEVRES, Map.of("keep-days", "45", "photos", "true", "order", "newest")))
                .isEmpty();

        assertThat(ask(SEVRES, garden -> garden.integer("keep-days"))).isEqualTo(45);
        assertThat(ask(SEVRES, garden -> garden.bool("photos"))).isEqualTo(true);
        assertThat(ask(NANTERRE, garden -> garden.integer("keep-days"))).isEqualTo(30);
        assertThat(journal())
                .containsExactly(
                        "module-settings-changed Awa :"
                                + " Jours de garde\u00a0: 30 → 45\u00a0; Photos\u00a0: false → true");
    }

    @Test
    void aDateIsSetAndTakenAway() throws PluginRefused {
        keep(SEVRES, Map.of("closing", "2027-07-03"));
        assertThat(ask(SEVRES, garden -> garden.date("closing")))
                .isEqualTo(Optional.of(LocalDate.of(2027, 7, 3)));

        keep(SEVRES, Map.of("closing", ""));
        assertThat(ask(SEVRES, garden -> garden.date("closing"))).isEqualTo(Optional.empty());
    }

    @Test
    void oneMistakeKeepsEverythingAsItWas() throws PluginRefused {
        assertThat(keep(SEVRES, Map.of("keep-days", "91", "greeting", "Salut", "order", "size")))
                .containsOnlyKeys("keep-days", "order")
                .containsEntry("keep-days", new DeclaredSetting.Mistake("too-big", List.of(90)));

        assertThat(ask(SEVRES, garden -> garden.text("greeting"))).isEqualTo("Bonjour");
        assertThat(journal()).isEmpty();
    }

    @Test
    void whatIsSetAsItWasLeavesNoTrace() throws PluginRefused {
        keep(SEVRES, Map.of("keep-days", "30", "greeting", "Bonjour"));

        assertThat(journal()).isEmpty();
    }

    @Test
    void anotherNodeSeesItAtItsNextLook() throws PluginRefused {
        ModuleSettings other = new ModuleSettings(units, audit, clock);
        keep(SEVRES, Map.of("keep-days", "45"));

        assertThat(other.value(SEVRES, "garden", manifest().settings().get(0))).isEqualTo("30");
        other.refresh();
        assertThat(other.value(SEVRES, "garden", manifest().settings().get(0))).isEqualTo("45");
    }

    @Test
    void whatALaterReleaseDoesNotTakeAnyMoreCountsAsNotSet() throws PluginRefused {
        keep(SEVRES, Map.of("keep-days", "45"));
        DeclaredSetting narrower =
                PluginManifest.parse(text().replace("\"maximum\": 90", "\"maximum\": 40"))
                        .settings()
                        .get(0);

        assertThat(settings.value(SEVRES, "garden", narrower)).isEqualTo("30");
    }

    private static String text() {
        return """
               {"manifest": 1, "id": "garden", "version": "2.0.0", "api": "[1.0,2)",
                "titles": {"fr": "Jardin"}, "description": {"fr": "Les carrés."},
                "publisher": {"name": "Les jardiniers"}, "licence": "EUPL-1.2",
                "profiles": ["PUPIL"], "permissions": [], "settings": %s}
               """
                .formatted(DECLARED);
    }

    @Test
    void askingCostsNoStatement() throws PluginRefused {
        Settings garden = new SettingsOfModule(manifest(), units, settings);

        int statements =
                units.read(
                        DatabaseSpace.of(SEVRES),
                        unit -> {
                            garden.integer("keep-days");
                            garden.text("greeting");
                            return unit.statements();
                        });

        assertThat(statements).isZero();
    }

    @Test
    void aKeyThatTheManifestDoesNotDeclareIsAMistakeThatNamesIt() {
        assertThatThrownBy(() -> ask(SEVRES, garden -> garden.integer("keep-weeks")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("« keep-weeks » is no setting in META-INF/preau/plugin.json of garden");
        assertThatThrownBy(() -> ask(SEVRES, garden -> garden.text("keep-days")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("META-INF/preau/plugin.json of garden");
    }

    @Test
    void outsideARequestThereIsNoCollege() throws PluginRefused {
        Settings garden = new SettingsOfModule(manifest(), units, settings);

        assertThatThrownBy(() -> garden.integer("keep-days"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aModuleIsHandedTheSettingsOfItsOwnManifest() throws PluginRefused {
        keep(SEVRES, Map.of("keep-days", "45"));
        try (ANode node = new ANode("preau-1", units, clock, true)) {
            node.host()
                    .offerFor(
                            Settings.class,
                            manifest -> new SettingsOfModule(manifest, units, settings));
            node.host()
                    .deploy(
                            GardenBundle.version("1.0.0")
                                    .wanting(Settings.class)
                                    .with(
                                            """
                                            private final fr.preau.api.settings.Settings service;
                                            public record Days(int days) {}
                                            public List<Route<?, ?>> routes() {
                                              return List.of(
                                                Route.get("/days").shows(Days.class)
                                                  .allows(Callers.anyone())
                                                  .drawnBy((page, context) -> null)
                                                  .handledBy((request, input) -> Answer.show(
                                                    new Days(service.integer("keep-days")))));
                                            }
                                            """)
                                    .saying(
                                            "\"cards\"",
                                            "\"settings\": " + DECLARED + ", \"cards\"")
                                    .into(node.jars(), "garden.jar"),
                            "any",
                            Set.of());

            assertThat(days(node, SEVRES)).isEqualTo("Days[days=45]");
            assertThat(days(node, NANTERRE)).isEqualTo("Days[days=30]");
        }
    }

    @SuppressWarnings("unchecked") // The route of the garden takes no input.
    private static String days(ANode node, Uai uai) {
        Route<NoInput, ?> route =
                (Route<NoInput, ?>)
                        node.host()
                                .find("garden")
                                .orElseThrow()
                                .atColleges()
                                .routes()
                                .find(Method.GET, List.of("days"))
                                .orElseThrow()
                                .route();
        return units.read(
                DatabaseSpace.of(uai),
                unit -> route.handler().handle(nobody(), new NoInput()).page().toString());
    }

    private static Request nobody() {
        return (Request)
                Proxy.newProxyInstance(
                        Request.class.getClassLoader(),
                        new Class<?>[] {Request.class},
                        (self, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }
}

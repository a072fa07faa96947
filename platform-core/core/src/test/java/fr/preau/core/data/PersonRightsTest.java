package fr.preau.core.data;

import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.data.ModuleAnswer.Outcome;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.notices.NoticesOfPerson;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleMeter;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ANode;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.testing.GardenBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collège hands over to a person, and what it has erased after they left. */
class PersonRightsTest {

    private static final PersonId AWA = PersonId.of("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e");

    private static final String KNOWING =
            """
            public record Watered(String bed) {}
            private boolean gone;
            public Optional<fr.preau.api.privacy.PersonalData> personalData() {
              return Optional.of(new fr.preau.api.privacy.PersonalData() {
                public List<? extends Record> export(PersonId person) {
                  return gone
                      ? List.of()
                      : List.of(new Watered("le carré nord"), new Watered("le carré sud"));
                }
                public fr.preau.api.privacy.ErasureReport erase(PersonId person) {
                  gone = true;
                  return fr.preau.api.privacy.ErasureReport.erased(2);
                }
              });
            }
            """;

    @SuppressWarnings("NullAway.Init")
    private KeptGarden garden;

    @SuppressWarnings("NullAway.Init")
    private ANode node;

    @SuppressWarnings("NullAway.Init")
    private PersonRegister register;

    @SuppressWarnings("NullAway.Init")
    private PersonRights rights;

    @BeforeEach
    void aGardenThatAwaHasWatered() throws SQLException, MigrationRefused, PluginRefused {
        garden = new KeptGarden();
        garden.plant(SEVRES);
        garden.colleges.change(SEVRES, "DELETE FROM core_notice");
        node = new ANode("preau-1", garden.units, garden.clock, true);
        ModuleQuarantine quarantine =
                new ModuleQuarantine(garden.units, garden.audit, garden.clock);
        PersonsData persons =
                new PersonsData(
                        garden.units,
                        garden.data,
                        new ModuleGate(node.host(), garden.states, garden.schemas),
                        new CallGate(
                                new ModuleCircuits(quarantine, garden.clock),
                                new ModuleMeter(garden.units, garden.clock),
                                quarantine));
        register = new PersonRegister(garden.units);
        rights =
                new PersonRights(
                        garden.units,
                        persons,
                        new NoticesOfPerson(garden.units),
                        garden.audit,
                        garden.clock,
                        Duration.ofDays(30));
        garden.colleges.change(SEVRES, "DELETE FROM person WHERE academic_id = 'awa-of-rights'");
        garden.colleges.change(
                SEVRES,
                "INSERT INTO person (id, academic_id, profile, given_name, family_name)"
                        + " VALUES (?, 'awa-of-rights', 'PUPIL', 'Awa', 'Zéphyrine')",
                AWA.toString());
        node.host()
                .deploy(
                        GardenBundle.version("1.2.0").with(KNOWING).into(node.jars(), "garden.jar"),
                        "any",
                        Set.of());
    }

    @AfterEach
    void stop() {
        garden.colleges.change(SEVRES, "DELETE FROM person WHERE academic_id = 'awa-of-rights'");
        node.close();
    }

    private RegisteredPerson awa() {
        return register.find(SEVRES, AWA).orElseThrow();
    }

    private LocalDate leaves(int daysAgo) {
        LocalDate day =
                LocalDate.ofInstant(garden.clock.instant(), ZoneId.of("Europe/Paris"))
                        .minusDays(daysAgo);
        garden.colleges.change(
                SEVRES,
                "UPDATE person SET left_on = ? WHERE academic_id = 'awa-of-rights'",
                day.toString());
        return day;
    }

    /** The newest lines about Awa, the last one first. */
    private List<String> journal(int lines) {
        return garden.audit.page(1).items().stream()
                .filter(entry -> entry.subject().equals(AWA.toString()))
                .map(entry -> entry.act() + " by " + entry.actorName() + ": " + entry.detail())
                .limit(lines)
                .toList();
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirNameAlsoAfterTheyLeft() {
        LocalDate left = leaves(3);

        assertThat(register.named(SEVRES, "awa z"))
                .extracting(RegisteredPerson::displayName)
                .containsExactly("Awa Zéphyrine");
        assertThat(register.named(SEVRES, "zephyrine"))
                .extracting(person -> person.leftOn().orElseThrow())
                .containsExactly(left);
        assertThat(register.named(SEVRES, "%")).isEmpty();
    }

    @Test
    void whatIsHandedOverSaysWhatItIsAndHasAFileAModule() throws IOException {
        List<ModuleAnswer<List<String>>> answers = rights.export(KeptGarden.AWA, SEVRES, awa());

        Map<String, String> files = written(answers);

        assertThat(files).containsOnlyKeys("LISEZ-MOI.txt", "garden.json");
        assertThat(files.get("LISEZ-MOI.txt"))
                .contains("Personne\u00a0: Awa Zéphyrine", "Jardin\u00a0: 2 éléments");
        assertThat(files.get("garden.json"))
                .isEqualTo("[{\"bed\":\"le carré nord\"},{\"bed\":\"le carré sud\"}]");
        assertThat(journal(1)).containsExactly("person-data-exported by Awa: garden");
    }

    private Map<String, String> written(List<ModuleAnswer<List<String>>> answers)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        College sevres = new College(SEVRES, "sevres", "Collège de Sèvres", "Sèvres", "#1d5c4d");
        rights.write(sevres, awa(), answers, out);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void whoIsHereOrHasJustLeftIsNotErased() {
        assertThat(rights.mayErase(awa())).isFalse();
        leaves(29);

        assertThat(rights.mayErase(awa())).isFalse();
        assertThatThrownBy(() -> rights.erase(KeptGarden.AWA, SEVRES, awa()))
                .hasMessageContaining("may not be erased yet");
    }

    @Test
    void afterTheDelayEveryModuleErases() {
        leaves(30);

        assertThat(rights.erase(KeptGarden.AWA, SEVRES, awa()))
                .containsExactly(
                        new ModuleAnswer<>(
                                "garden",
                                "Jardin",
                                "1.2.0",
                                Outcome.ANSWERED,
                                Optional.of(ErasureReport.erased(2))));
        assertThat(journal(2))
                .containsExactly(
                        "person-data-erased by Awa: garden", "person-erasure-asked by Awa: ");
    }

    @Test
    void whatAwaWasToldIsHandedOverAndErasedWithWhatWasToldAboutHer() throws IOException {
        tell(AWA.toString(), null, "a", "La récolte d’été");
        tell("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f", AWA.toString(), "b", "Awa a récolté");
        tell("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f", null, "c", "Autre chose");

        assertThat(written(rights.export(KeptGarden.AWA, SEVRES, awa())).get("notifications.json"))
                .contains("La récolte d’été")
                .doesNotContain("Awa a récolté");

        leaves(30);
        assertThat(rights.erase(KeptGarden.AWA, SEVRES, awa()))
                .filteredOn(answer -> answer.module().equals("notifications"))
                .extracting(answer -> answer.said().orElseThrow().erased())
                .containsExactly(2);
        assertThat(garden.colleges.ask(SEVRES, "SELECT told_key FROM core_notice"))
                .containsExactly("c");
    }

    private void tell(String person, @Nullable String child, String key, String title) {
        garden.colleges.change(
                SEVRES,
                "INSERT INTO core_notice (person_id, module, kind, told_key, title, path,"
                        + " child_id, urgency, told_at) VALUES (?, 'garden', 'harvest', ?, ?, '/',"
                        + " ?, 'NORMAL', '2026-11-01')",
                person,
                key,
                title,
                child);
    }

    @Test
    void whatCannotBeWrittenDownIsNotErased() {
        leaves(30);
        Actor nameless = new Actor(null, "x".repeat(2_000));

        assertThatThrownBy(() -> rights.erase(nameless, SEVRES, awa()))
                .isInstanceOf(RuntimeException.class);

        assertThat(rights.export(KeptGarden.AWA, SEVRES, awa()))
                .singleElement()
                .satisfies(answer -> assertThat(answer.said().orElseThrow()).hasSize(2));
    }
}

package fr.preau.core.data;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.PersonId;
import fr.preau.core.data.ModuleAnswer.Outcome;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.plugins.gate.ModuleCircuits;
import fr.preau.core.plugins.gate.ModuleMeter;
import fr.preau.core.plugins.gate.ModuleQuarantine;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ANode;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.testing.GardenBundle;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What modules know of a person is put together, or erased, wherever they keep something. */
class PersonsDataTest {

    private static final PersonId AWA = PersonId.of("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e");

    private static final String KNOWING =
            """
            public record Watered(String bed, PersonId by) {}
            public Optional<fr.preau.api.privacy.PersonalData> personalData() {
              return Optional.of(new fr.preau.api.privacy.PersonalData() {
                public List<? extends Record> export(PersonId person) {
                  return List.of(new Watered("le carré nord", person));
                }
                public fr.preau.api.privacy.ErasureReport erase(PersonId person) {
                  return new fr.preau.api.privacy.ErasureReport(2, 1, List.of(
                      new fr.preau.api.privacy.ErasureReport.Kept("1 facture", "dix ans")));
                }
              });
            }
            """;

    private static final String FAILING =
            KNOWING.replace(
                    "return List.of(new Watered(\"le carré nord\", person));",
                    "throw new IllegalStateException(\"no garden today\");");

    @SuppressWarnings("NullAway.Init")
    private KeptGarden garden;

    @SuppressWarnings("NullAway.Init")
    private ANode node;

    @SuppressWarnings("NullAway.Init")
    private PersonsData persons;

    @BeforeEach
    void aGarden() throws SQLException, MigrationRefused {
        garden = new KeptGarden();
        garden.plant(SEVRES);
        node = new ANode("preau-1", garden.units, garden.clock, true);
        ModuleQuarantine quarantine =
                new ModuleQuarantine(garden.units, garden.audit, garden.clock);
        persons =
                new PersonsData(
                        garden.units,
                        garden.data,
                        new ModuleGate(node.host(), garden.states, garden.schemas),
                        new CallGate(
                                new ModuleCircuits(quarantine, garden.clock),
                                new ModuleMeter(garden.units, garden.clock),
                                quarantine));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void run(String members) throws PluginRefused {
        node.host()
                .deploy(
                        GardenBundle.version("1.2.0").with(members).into(node.jars(), "garden.jar"),
                        "any",
                        Set.of());
    }

    @Test
    void whatAModuleKnowsIsToldAlsoWhereItIsSwitchedOff() throws PluginRefused {
        run(KNOWING);
        garden.turn(SEVRES, true);
        garden.turn(SEVRES, false);

        assertThat(persons.export(SEVRES, AWA))
                .containsExactly(
                        new ModuleAnswer<>(
                                "garden",
                                "Jardin",
                                "1.2.0",
                                Outcome.ANSWERED,
                                Optional.of(
                                        List.of(
                                                "{\"bed\":\"le carré nord\",\"by\":\""
                                                        + AWA
                                                        + "\"}"))));
    }

    @Test
    void whereAModuleKeepsNothingItIsNotAsked() throws PluginRefused {
        run(KNOWING);

        assertThat(persons.export(NANTERRE, AWA)).isEmpty();
    }

    @Test
    void anErasureSaysWhatIsGoneAndWhatMustStay() throws PluginRefused {
        run(KNOWING);

        assertThat(persons.erase(SEVRES, AWA))
                .extracting(answer -> answer.said().orElseThrow())
                .containsExactly(
                        new ErasureReport(
                                2, 1, List.of(new ErasureReport.Kept("1 facture", "dix ans"))));
    }

    @Test
    void aModuleThatFailsIsNamedAndTellsNothing() throws PluginRefused {
        run(FAILING);

        assertThat(persons.export(SEVRES, AWA)).containsExactly(ModuleAnswer.unanswered("garden"));
    }

    @Test
    void aModuleThatIsNotThereAnyMoreIsNamed() {
        assertThat(persons.export(SEVRES, AWA)).containsExactly(ModuleAnswer.unanswered("garden"));
    }

    @Test
    void aModuleThatSaysItKnowsNobodyIsShownSo() throws PluginRefused {
        run("");

        assertThat(persons.export(SEVRES, AWA))
                .extracting(ModuleAnswer::outcome)
                .containsExactly(Outcome.KNOWS_NOBODY);
    }
}

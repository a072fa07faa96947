package fr.preau.core.data;

import static fr.preau.core.data.KeptGarden.AWA;
import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erasing is asked for, waits, can be taken back, and takes what it should and nothing else. */
class ModuleErasuresTest {

    private static final Duration DELAY = Duration.ofDays(30);

    @SuppressWarnings("NullAway.Init")
    private KeptGarden garden;

    @SuppressWarnings("NullAway.Init")
    private ModuleErasures erasures;

    @BeforeEach
    void aGarden() throws SQLException, MigrationRefused {
        garden = new KeptGarden();
        erasures =
                new ModuleErasures(
                        garden.units,
                        garden.tables,
                        garden.files,
                        garden.schemas,
                        garden.audit,
                        garden.clock,
                        DELAY);
        garden.plant(SEVRES);
        garden.turn(SEVRES, true);
    }

    private void turnOffAndExport() {
        garden.clock.advance(Duration.ofMinutes(1));
        garden.turn(SEVRES, false);
        garden.clock.advance(Duration.ofMinutes(1));
        export();
    }

    private void export() {
        erasures.exporting(AWA, SEVRES, "garden", () -> "the archive");
    }

    private long beds() {
        return garden.data.of(SEVRES, "garden").tables().size();
    }

    @Test
    void nothingIsErasedWhereTheModuleIsOn() {
        export();

        assertThat(erasures.ask(AWA, SEVRES, "garden")).hasValue(ModuleErasures.Obstacle.ON);
        assertThat(erasures.find(SEVRES, "garden").orElseThrow().isPending()).isFalse();
    }

    @Test
    void nothingIsErasedThatWasNotExportedSinceTheModuleWasSwitchedOff() {
        export();
        garden.clock.advance(Duration.ofMinutes(1));
        garden.turn(SEVRES, false);

        assertThat(erasures.ask(AWA, SEVRES, "garden"))
                .hasValue(ModuleErasures.Obstacle.NOT_EXPORTED);
    }

    @Test
    void anExportThatBeganBeforeTheSwitchIsNone() {
        erasures.exporting(
                AWA,
                SEVRES,
                "garden",
                () -> {
                    garden.clock.advance(Duration.ofMinutes(1));
                    garden.turn(SEVRES, false);
                    return "the archive";
                });

        assertThat(erasures.ask(AWA, SEVRES, "garden"))
                .hasValue(ModuleErasures.Obstacle.NOT_EXPORTED);
    }

    @Test
    void whatWasAskedForIsErasedAfterTheDelayAndNotBefore() {
        garden.plant(NANTERRE);
        turnOffAndExport();

        assertThat(erasures.ask(AWA, SEVRES, "garden")).isEmpty();
        garden.clock.advance(DELAY.minusMinutes(1));
        erasures.look();
        assertThat(beds()).isEqualTo(2);

        garden.clock.advance(Duration.ofMinutes(2));
        erasures.look();

        assertThat(garden.data.of(SEVRES, "garden").isEmpty()).isTrue();
        assertThat(garden.schemas.reached("garden")).containsOnlyKeys(NANTERRE);
        assertThat(garden.data.of(NANTERRE, "garden").tables()).hasSize(2);
        assertThat(garden.data.of(NANTERRE, "garden").files().count()).isEqualTo(1);
        assertThat(erasures.find(SEVRES, "garden").orElseThrow().done()).isPresent();
        assertThat(garden.journal().subList(0, 3))
                .containsExactly(
                        "module-data-erased Préau",
                        "module-erasure-asked Awa",
                        "module-data-exported Awa");
    }

    @Test
    void anErasureThatWasCutShortIsDoneToItsEnd() {
        turnOffAndExport();
        erasures.ask(AWA, SEVRES, "garden");
        garden.clock.advance(DELAY);
        garden.tables.drop(DatabaseSpace.of(SEVRES), "garden");

        erasures.look();
        erasures.look();

        assertThat(garden.data.of(SEVRES, "garden").isEmpty()).isTrue();
        assertThat(garden.journal()).filteredOn("module-data-erased Préau"::equals).hasSize(1);
    }

    @Test
    void untilItIsDueItCanBeTakenBack() {
        turnOffAndExport();
        erasures.ask(AWA, SEVRES, "garden");

        erasures.takeBack(AWA, SEVRES, "garden");
        erasures.takeBack(AWA, SEVRES, "garden");
        garden.clock.advance(DELAY.plusDays(1));
        erasures.look();

        assertThat(beds()).isEqualTo(2);
        assertThat(garden.journal())
                .filteredOn(act -> act.startsWith("module-erasure-taken-back"))
                .containsExactly("module-erasure-taken-back Awa");
    }

    @Test
    void whoSwitchesTheModuleOnAgainTakesTheErasureBack() {
        turnOffAndExport();
        erasures.ask(AWA, SEVRES, "garden");
        garden.clock.advance(Duration.ofDays(1));
        garden.turn(SEVRES, true);
        garden.clock.advance(Duration.ofDays(1));
        garden.turn(SEVRES, false);

        erasures.look();

        assertThat(erasures.find(SEVRES, "garden").orElseThrow().isPending()).isFalse();
        assertThat(garden.journal().get(0)).isEqualTo("module-erasure-taken-back Préau");
    }

    @Test
    void whatAnotherModuleHasBesideItStays() {
        garden.plantClub(NANTERRE);
        turnOffAndExport();
        erasures.ask(AWA, SEVRES, "garden");
        garden.clock.advance(DELAY.plusDays(1));

        erasures.look();

        assertThat(garden.data.of(NANTERRE, "garden-club").histories())
                .as("which scripts have run, and which of their statements")
                .isEqualTo(2);
        assertThat(garden.colleges.ask(SEVRES, "SELECT COUNT(*) FROM person"))
                .isEqualTo(List.of("0"));
    }

    @Test
    void theModuleBeginsAnewWhereItWasErased() {
        turnOffAndExport();
        erasures.ask(AWA, SEVRES, "garden");
        garden.clock.advance(DELAY.plusDays(1));
        erasures.look();

        garden.plant(SEVRES);

        assertThat(garden.schemas.failure(SEVRES, "garden")).isEmpty();
        assertThat(beds()).isEqualTo(2);
    }
}

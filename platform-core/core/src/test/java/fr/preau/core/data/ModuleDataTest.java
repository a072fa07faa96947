package fr.preau.core.data;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.College;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.SpaceTables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a module keeps is listed, and can be taken out and read. */
class ModuleDataTest {

    private static final College COLLEGE =
            new College(SEVRES, "sevres", "Collège de Sèvres", "Sèvres", "#123456");

    @SuppressWarnings("NullAway.Init")
    private KeptGarden garden;

    @SuppressWarnings("NullAway.Init")
    private ModuleExport export;

    @BeforeEach
    void aGarden() throws SQLException, MigrationRefused {
        garden = new KeptGarden();
        export =
                new ModuleExport(
                        garden.units,
                        garden.data,
                        garden.tables,
                        garden.files,
                        module -> Optional.of("{\"id\": \"" + module + "\"}"),
                        garden.clock);
    }

    private Map<String, String> read(ByteArrayOutputStream out) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                String name = entry.getName().replaceAll("[0-9a-f-]{36}", "ID");
                entries.put(name, new String(zip.readAllBytes(), UTF_8));
                entry = zip.getNextEntry();
            }
        }
        return entries;
    }

    @Test
    void whatIsKeptIsListedWhetherTheModuleIsOnOrOff() {
        garden.plant(SEVRES);
        garden.turn(SEVRES, true);
        garden.turn(SEVRES, false);

        assertThat(garden.data.of("garden"))
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(kept.uai()).isEqualTo(SEVRES);
                            assertThat(kept.tables())
                                    .extracting(SpaceTables.Size::table)
                                    .containsExactly("garden_bed", "garden_gardener");
                            assertThat(kept.files().count()).isEqualTo(1);
                            assertThat(kept.bytes()).isGreaterThan(kept.files().bytes());
                        });
        assertThat(garden.data.of(NANTERRE, "garden").isEmpty()).isTrue();
        assertThat(garden.data.modulesAt(SEVRES)).containsExactly("garden");
    }

    @Test
    void aModuleWhoseIdGoesOnFromAnothersKeepsItsTablesApart() {
        garden.plant(SEVRES);
        garden.plantClub(NANTERRE);

        assertThat(garden.data.of("garden")).extracting(KeptData::uai).containsExactly(SEVRES);
        assertThat(garden.data.of("garden-club"))
                .extracting(KeptData::uai)
                .containsExactly(NANTERRE);
    }

    @Test
    void aModuleThatNeverRanItsScriptsOwnsNoTableOfTheCollege() {
        assertThat(garden.data.of(SEVRES, "school").isEmpty()).isTrue();
        assertThat(garden.data.of(SEVRES, "core").tables())
                .as("those of the core are no module's, and this is what they would be")
                .isNotEmpty();
    }

    @Test
    void theExportHoldsEveryRowAndEveryFileAndSaysHowToReadIt() throws IOException {
        garden.plant(SEVRES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        export.write(COLLEGE, "garden", out);

        Map<String, String> entries = read(out);
        assertThat(entries)
                .containsOnlyKeys(
                        "LISEZ-MOI.txt",
                        "module.json",
                        "tables/garden_bed.json",
                        "tables/garden_gardener.json",
                        "tables.json",
                        "files/ID-plan.txt",
                        "files.json");
        assertThat(entries)
                .containsEntry(
                        "tables/garden_bed.json",
                        "[{\"id\":1,\"name\":\"Carré « \\\"nord\\\" »\",\"dug\":\"2026-11-25\","
                                + "\"at\":\"2026-11-25T08:30:00.500\",\"price\":12.50,"
                                + "\"fenced\":true,\"photo\":\"AP8=\"},"
                                + "{\"id\":2,\"name\":null,\"dug\":null,\"at\":null,"
                                + "\"price\":null,\"fenced\":null,\"photo\":null}]")
                .containsEntry("tables.json", "{\"garden_bed\":2,\"garden_gardener\":1}")
                .containsEntry("files/ID-plan.txt", "Le plan\n")
                .containsEntry("module.json", "{\"id\": \"garden\"}");
        assertThat(entries.get("LISEZ-MOI.txt"))
                .contains("Collège de Sèvres (0921244C)", "Ces données sont personnelles");
        assertThat(entries.get("files.json")).contains("\"name\":\"plan.txt\"", "\"sha256\":");
    }

    @Test
    void aCollegeThatLeavesTakesWhatAllModulesKeepEachInItsFolder() throws IOException {
        garden.plant(SEVRES);
        garden.plant(NANTERRE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        export.writeAll(COLLEGE, out);

        assertThat(read(out))
                .containsKeys("garden/tables/garden_bed.json", "garden/files/ID-plan.txt")
                .containsKeys("garden/module.json", "LISEZ-MOI.txt");
    }
}

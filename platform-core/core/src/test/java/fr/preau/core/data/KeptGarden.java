package fr.preau.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.preau.api.files.Upload;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.files.FileLimits;
import fr.preau.core.files.FileStores;
import fr.preau.core.modules.ModuleSchemas;
import fr.preau.core.modules.ModuleStates;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.SpaceTables;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.sql.SQLException;
import java.util.List;

/** A garden that keeps beds, gardeners and a plan of them at two collèges. */
final class KeptGarden {

    static final Actor AWA = new Actor(null, "Awa");

    final UnitsOfWork units;
    final HandClock clock = HandClock.now();
    final AuditLog audit;
    final TwoColleges colleges;
    final SpaceTables tables;
    final FileStores files;
    final ModuleStates states;
    final ModuleSchemas schemas;
    final ModuleData data;

    KeptGarden() throws SQLException, MigrationRefused {
        units = new UnitsOfWork(TestDatabase.get().pool(3));
        audit = new AuditLog(units, clock, PlatformTables.IDS);
        colleges = TwoColleges.open(units, clock);
        tables = new SpaceTables(TestDatabase.get().poolOfTheSchemaUser());
        files = new FileStores(units, PlatformTables.IDS::generate, clock, FileLimits.USUAL);
        states = new ModuleStates(units, audit, clock);
        schemas = new ModuleSchemas(units, TestDatabase.get().provisioning(), clock);
        Tenants tenants = new Tenants(units, clock);
        tenants.refresh();
        data = new ModuleData(units, tables, files, tenants, states, schemas);
        for (Uai uai : List.of(TwoColleges.SEVRES, TwoColleges.NANTERRE)) {
            remove(uai);
        }
    }

    /** Nothing stays of an earlier test. */
    private void remove(Uai uai) {
        tables.drop(DatabaseSpace.of(uai), "garden");
        tables.drop(DatabaseSpace.of(uai), "garden-club");
        units.write(DatabaseSpace.of(uai), unit -> files.erase("garden"));
    }

    void plant(Uai uai) {
        schemas.bringUp(
                uai,
                "garden",
                script(
                        """
                        CREATE TABLE garden_bed (id INT PRIMARY KEY, name VARCHAR(40), dug DATE,
                          at DATETIME(6), price DECIMAL(8,2), fenced BOOLEAN, photo VARBINARY(20));
                        CREATE TABLE garden_gardener (bed INT, person UUID,
                          FOREIGN KEY (bed) REFERENCES garden_bed (id));
                        """));
        colleges.change(
                uai,
                "INSERT INTO garden_bed VALUES (1, 'Carré « \"nord\" »', '2026-11-25',"
                        + " '2026-11-25 08:30:00.5', 12.50, TRUE, ?), (2, NULL, NULL, NULL, NULL,"
                        + " NULL, NULL)",
                (Object) new byte[] {0, (byte) 255});
        colleges.change(
                uai,
                "INSERT INTO garden_gardener VALUES (1, '01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e')");
        units.write(
                DatabaseSpace.of(uai),
                unit ->
                        files.forModule("garden")
                                .keep(
                                        Upload.of(
                                                "plan.txt",
                                                "text/plain",
                                                "Le plan\n".getBytes(UTF_8))));
    }

    /** Another module, whose id goes on from the garden's. */
    void plantClub(Uai uai) {
        schemas.bringUp(
                uai,
                "garden-club",
                script("CREATE TABLE garden_club_member (id INT PRIMARY KEY);"));
    }

    static MigrationScripts script(String sql) {
        return MigrationScripts.of(List.of(new MigrationScripts.Script("V1__tables.sql", sql)));
    }

    void turn(Uai uai, boolean on) {
        states.switchModule(AWA, PlatformTables.IDS.generate(), "garden", List.of(uai), on);
    }

    List<String> journal() {
        return audit.page(1).items().stream()
                .map(entry -> entry.act() + " " + entry.actorName())
                .toList();
    }
}

package fr.preau.core.modules;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.MigrationScripts.Script;
import fr.preau.core.tenancy.SpaceProvisioning;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.database.EmbeddedMariaDb;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * Measures a new table of a module at many collèges, on a database that writes each change to disk.
 *
 * <p>Arguments: an empty folder for the database; how many collèges; how many at a time.
 */
public final class MigrationMeasure {

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private static final Script FIRST =
            new Script(
                    "V1__beds.sql",
                    "CREATE TABLE garden_bed (id UUID PRIMARY KEY, name VARCHAR(80) NOT NULL);");

    private static final Script SECOND =
            new Script(
                    "V2__herbs.sql",
                    "CREATE TABLE garden_herb (id UUID PRIMARY KEY, bed UUID NOT NULL,"
                            + " name VARCHAR(80) NOT NULL, KEY herb_of_bed (bed));");

    private MigrationMeasure() {}

    public static void main(String[] arguments) throws Exception {
        int colleges = Integer.parseInt(arguments[1]);
        int atOnce = Integer.parseInt(arguments[2]);
        EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of(arguments[0]), 0);
        server.createUsers("app-of-the-measure", "schema-of-the-measure");
        DataSource schema = pool(server, EmbeddedMariaDb.SCHEMA_USER, "schema-of-the-measure");
        SpaceProvisioning provisioning = new SpaceProvisioning(schema, "'preau_app'@'127.0.0.1'");
        CollegeOpening.openPlatform(provisioning);
        UnitsOfWork units =
                new UnitsOfWork(
                        pool(server, EmbeddedMariaDb.APPLICATION_USER, "app-of-the-measure"));
        ModuleSchemas schemas = new ModuleSchemas(units, provisioning, Clock.systemUTC());
        List<Uai> uais = uais(colleges);
        for (Uai uai : uais) {
            provisioning.create(DatabaseSpace.of(uai));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        ExecutorService helpers = Executors.newCachedThreadPool();
        SideBySide sideBySide = new SideBySide(helpers, atOnce);
        pass("first table", uais, schemas, sideBySide, MigrationScripts.of(List.of(FIRST)));
        pass("new table", uais, schemas, sideBySide, MigrationScripts.of(List.of(FIRST, SECOND)));
        System.exit(0);
    }

    private static void pass(
            String name,
            List<Uai> uais,
            ModuleSchemas schemas,
            SideBySide sideBySide,
            MigrationScripts scripts) {
        long start = System.nanoTime();
        sideBySide.run(uais, uai -> schemas.bringUp(uai, "garden", scripts));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long failed =
                uais.stream().filter(uai -> schemas.failure(uai, "garden").isPresent()).count();
        System.out.printf(
                "%s at %d collèges: %d ms, %d failed%n",
                name, uais.size(), took.toMillis(), failed);
    }

    private static List<Uai> uais(int count) {
        List<Uai> uais = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int digits = 920_000 + i;
            uais.add(new Uai("0" + digits + LETTERS.charAt(digits % LETTERS.length())));
        }
        return uais;
    }

    private static DataSource pool(EmbeddedMariaDb server, String user, String password)
            throws Exception {
        return new MariaDbPoolDataSource(
                server.url()
                        + "?user="
                        + user
                        + "&password="
                        + password
                        + "&maxPoolSize=8&minPoolSize=2"
                        + "&useBulkStmtsForInserts=false&allowLocalInfile=false");
    }
}

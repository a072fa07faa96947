package fr.preau.core.modules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationScripts;
import fr.preau.core.tenancy.MigrationScripts.Script;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A switch and the job that makes missing tables may come to the same tables at once. */
class MigratingAtOnceTest {

    private static final Uai HERE = new Uai("0921992R");

    private final UnitsOfWork units;
    private final ModuleSchemas schemas;

    MigratingAtOnceTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(6));
        schemas = new ModuleSchemas(units, TestDatabase.get().provisioning(), HandClock.now());
    }

    @Test
    @Timeout(60)
    void whatIsWrongIsSaidAndNotWhatTheOtherOneLeft() throws Exception {
        new PlatformTables(units).empty();
        TestDatabase.get().provisioning().create(DatabaseSpace.of(HERE));
        ExecutorService several = Executors.newFixedThreadPool(4);
        try {
            for (String module : List.of("plum", "pear", "quince", "medlar")) {
                MigrationScripts wrong =
                        MigrationScripts.of(
                                List.of(
                                        new Script(
                                                "V1__beds.sql",
                                                "CREATE TABLE %s_bed (id INT);".formatted(module)),
                                        new Script(
                                                "V2__again.sql",
                                                "CREATE TABLE %s_bed (id INT);"
                                                        .formatted(module))));
                Callable<String> bringUp =
                        () -> {
                            schemas.bringUp(HERE, module, wrong);
                            return schemas.failure(HERE, module).orElse("");
                        };
                for (Future<String> said :
                        several.invokeAll(List.of(bringUp, bringUp, bringUp, bringUp))) {
                    assertThat(said.get()).contains(module + "_bed", "already exists");
                }
            }
        } finally {
            several.shutdown();
        }
    }
}

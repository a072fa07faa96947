package fr.preau.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.school.College;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.CollegeOpening;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TroubledPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of folders that lie where the académie delivers, on a real MariaDB. */
class DeliveriesTest {

    private static final Uai RENOIR = new Uai("0921239X");
    private static final Uai SEURAT = new Uai("0922578C");
    private static final Uai TRUFFAUT = new Uai("0922565N");

    private static final List<String> COLLEGE_TABLES =
            List.of(
                    "guardianship",
                    "class_member",
                    "group_member",
                    "head_teacher",
                    "teaching",
                    "group_teaching",
                    "staff_function",
                    "person_contact",
                    "pupil",
                    "subject",
                    "school_class",
                    "school_group",
                    "person");

    @SuppressWarnings("NullAway.Init")
    private static TroubledPool colleges;

    @SuppressWarnings("NullAway.Init")
    private static TroubledPool platform;

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static PlatformTables tables;

    private final HandClock clock = HandClock.now();
    private final Tenants tenants = new Tenants(units, clock);
    private final EndedImports ended = new EndedImports();

    @SuppressWarnings("NullAway.Init")
    private Deliveries deliveries;

    @TempDir private Path elsewhere = Path.of("");
    @TempDir private Path folder = Path.of("");

    /** How the imports ended, in their order. */
    private static final class EndedImports implements ImportWatch {

        private final List<String> all = new ArrayList<>();

        @Override
        public synchronized void done(Duration took, int rowsWritten) {
            all.add(rowsWritten == 0 ? "done without a row" : "done");
        }

        @Override
        public synchronized void refused(Duration took) {
            all.add("refused");
        }

        @Override
        public synchronized void failed(Duration took) {
            all.add("failed");
        }
    }

    @BeforeAll
    static void database() throws SQLException {
        colleges = new TroubledPool(TestDatabase.get().pool(4));
        platform = new TroubledPool(TestDatabase.get().pool(4));
        units = new UnitsOfWork(colleges.dataSource(), platform.dataSource());
        tables = new PlatformTables(units);
    }

    @BeforeEach
    void twoOpenCollegesAndAPreparedOne() throws Exception {
        deliveries = deliveries("node-1");
        colleges.calm();
        platform.calm();
        tables.empty();
        tenants.register(
                List.of(
                        tenant(RENOIR, Tenant.State.ACTIVE),
                        tenant(SEURAT, Tenant.State.ACTIVE),
                        tenant(TRUFFAUT, Tenant.State.PREPARED)));
        CollegeOpening opening = new CollegeOpening(TestDatabase.get().provisioning(), tenants);
        for (Uai uai : List.of(RENOIR, SEURAT)) {
            opening.open(tenants.byUai(uai).orElseThrow());
            empty(uai);
        }
    }

    private static Tenant tenant(Uai uai, Tenant.State state) {
        String slug = "college-" + uai.value().toLowerCase(Locale.ROOT);
        return new Tenant(
                new College(uai, slug, "Collège", "Sèvres", "#123456"),
                state,
                "1 rue Verte",
                "92310",
                500,
                false);
    }

    private static void empty(Uai uai) {
        units.write(
                DatabaseSpace.of(uai),
                unit -> {
                    for (String table : COLLEGE_TABLES) {
                        try (PreparedStatement statement =
                                unit.connection().prepareStatement("DELETE FROM " + table)) {
                            statement.executeUpdate();
                        }
                    }
                    return true;
                });
    }

    /** The newest line of the journal: the act and its detail. */
    private String journal() {
        return tables.ask(
                "SELECT CONCAT(act, ' ', detail) FROM audit_entry ORDER BY at DESC, id DESC LIMIT 1");
    }

    private Deliveries deliveries(String node) {
        return new Deliveries(
                folder,
                units,
                tenants,
                new JobLeases(units, clock, node),
                ended,
                new AuditLog(units, clock, PlatformTables.IDS),
                clock);
    }

    private static ADelivery aDelivery(Uai uai) {
        return ADelivery.of(uai, "5eA")
                .guardian("900", "Zoé", "Hardy")
                .pupil("100", "Anaïs", "Hardy", "5eA", "900$10$1$1$1$1")
                .teacher("200", "Théo", "Roche", "5eA");
    }

    /** Moves a delivery in whole, in the place of one that may lie there. */
    private void deliver(Uai uai, ADelivery delivery) throws IOException {
        deliver(uai, delivery.in(elsewhere));
    }

    private void deliver(Uai uai, Path files) throws IOException {
        Path place = folder.resolve(uai.value());
        if (Files.exists(place)) {
            Files.move(place, Files.createTempDirectory(elsewhere, "former").resolve("files"));
        }
        Files.move(files, place);
    }

    private static Path withoutItsEnd(Path files) throws IOException {
        Path pupils = ADelivery.file(files, "Eleve");
        String xml = Files.readString(pupils);
        Files.writeString(pupils, xml.substring(0, xml.length() / 2));
        return files;
    }

    private void take() {
        deliveries.takeAll(() -> {});
    }

    private ImportRun run(Uai uai) {
        return units.read(
                        DatabaseSpace.platform(),
                        unit -> new ImportRuns(unit.connection(), clock).of(uai))
                .orElseThrow();
    }

    private static String ask(Uai uai, String sql) {
        return units.read(
                DatabaseSpace.of(uai),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(sql);
                            ResultSet row = statement.executeQuery()) {
                        return row.next() ? String.valueOf(row.getString(1)) : "nothing";
                    }
                });
    }

    private static void changeDates(Path files) throws IOException {
        Path pupils = ADelivery.file(files, "Eleve");
        Files.setLastModifiedTime(pupils, FileTime.fromMillis(1_000_000_000_000L));
    }

    @Test
    void aNewDeliveryBringsItsPeopleAndTheirAccounts() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));

        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run(RENOIR).counts().pupils()).isEqualTo(1);
        assertThat(run(RENOIR).done()).isEqualTo(run(RENOIR).total()).isEqualTo(6);
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("3");
        assertThat(tables.ask("SELECT COUNT(*) FROM membership")).isEqualTo("3");
        assertThat(ended.all).containsExactly("done");
        assertThat(journal()).startsWith("import-finished 1 élève, ");
    }

    @Test
    void anUnchangedDeliveryIsNotReadAgain() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        take();

        take();
        deliveries("node-1").takeAll(() -> {});

        assertThat(ended.all).containsExactly("done");
    }

    @Test
    void theSameFilesDeliveredAgainWriteNothing() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        take();
        changeDates(folder.resolve(RENOIR.value()));

        take();

        assertThat(ended.all).containsExactly("done", "done without a row");
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
    }

    @Test
    void aRefusalReachesTheOperatorAndIsNotTriedAgain() throws Exception {
        deliver(RENOIR, withoutItsEnd(aDelivery(RENOIR).in(elsewhere)));

        take();
        clock.advance(Duration.ofDays(1));
        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.REFUSED);
        assertThat(run(RENOIR).message())
                .startsWith("ENT_Complet_20261102_Eleve_0000.xml, ligne ")
                .endsWith(" : le fichier est tronqué");
        assertThat(journal()).contains("import-refused " + run(RENOIR).message());
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("0");
        assertThat(ended.all).containsExactly("refused");
    }

    @Test
    void aCorrectedFolderInThePlaceOfARefusedOneIsTaken() throws Exception {
        deliver(RENOIR, withoutItsEnd(aDelivery(RENOIR).in(elsewhere)));
        take();
        deliver(RENOIR, aDelivery(RENOIR));

        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run(RENOIR).message()).isEmpty();
    }

    @Test
    void aDeliveryReplacedDuringItsImportIsTakenAtTheNextLook() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        ADelivery younger = aDelivery(RENOIR).pupil("101", "Noé", "Hardy", "5eA");
        colleges.onceAt("INSERT INTO person ", () -> deliver(RENOIR, younger));

        take();
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("0");
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.WAITING);

        take();
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM pupil")).isEqualTo("2");
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(ended.all).containsExactly("done");
    }

    @Test
    void aDeliveryReplacedJustAfterItsImportIsNotMistakenForTheOneThatWasTaken() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        ADelivery younger = aDelivery(RENOIR).pupil("101", "Noé", "Hardy", "5eA");
        platform.onceAt("INSERT INTO account ", () -> deliver(RENOIR, younger));

        take();
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM pupil")).isEqualTo("1");
        take();

        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM pupil")).isEqualTo("2");
        assertThat(ended.all).containsExactly("done", "done");
    }

    @Test
    void filesThatAreReplacedWhileTheyAreReadAreNotRefused() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        take();
        deliver(RENOIR, aDelivery(RENOIR).without("100"));
        colleges.onceAt(
                "SELECT academic_id, profile FROM person",
                () -> deliver(RENOIR, aDelivery(RENOIR)));

        take();
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.WAITING);
        take();

        assertThat(ended.all).containsExactly("done", "done without a row");
    }

    @Test
    void aFolderTakenAwayDuringItsImportIsNoFailure() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        Path place = folder.resolve(RENOIR.value());
        colleges.onceAt("INSERT INTO person ", () -> Files.move(place, elsewhere.resolve("away")));

        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.REFUSED);
        assertThat(run(RENOIR).message()).contains("a été retiré");
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("0");
    }

    @Test
    void aCrashBetweenTheTwoTransactionsConvergesAtTheNextLook() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        platform.at(
                "INSERT INTO account ",
                () -> {
                    // The node is dead: nothing reaches the platform any more.
                    platform.at("", DeliveriesTest::gone);
                    gone();
                });
        assertThatThrownBy(this::take).hasMessageContaining("gone");
        platform.calm();
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("3");
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.RUNNING);

        clock.advance(Duration.ofMinutes(6));
        deliveries("node-2").takeAll(() -> {});

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(tables.ask("SELECT COUNT(*) FROM membership")).isEqualTo("3");
        assertThat(ended.all).last().isEqualTo("done without a row");
    }

    private static void gone() throws SQLException {
        throw new SQLException("gone");
    }

    @Test
    void aTechnicalFailureSaysWhenItIsTriedAgainAndWaitsLongerEachTime() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        platform.at("INSERT INTO account ", DeliveriesTest::gone);

        take();
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(run(RENOIR).message())
                .isEqualTo("Échec technique, nouvel essai à " + in(Duration.ofSeconds(10)) + ".");
        clock.advance(Duration.ofSeconds(9));
        take();
        assertThat(ended.all).containsExactly("failed");

        clock.advance(Duration.ofSeconds(1));
        take();
        assertThat(ended.all).containsExactly("failed", "failed");
        clock.advance(Duration.ofSeconds(19));
        take();
        assertThat(ended.all).hasSize(2);

        clock.advance(Duration.ofSeconds(1));
        platform.calm();
        take();
        assertThat(ended.all).last().isEqualTo("done without a row");
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run(RENOIR).message()).isEmpty();
    }

    private String in(Duration wait) {
        ZonedDateTime then = clock.instant().plus(wait).atZone(ZoneId.of("Europe/Paris"));
        return String.format(Locale.ROOT, "%d\u00a0h\u00a0%02d", then.getHour(), then.getMinute());
    }

    @Test
    void newFilesAreTakenAtOnceHoweverLongTheOldOnesWouldWait() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        platform.at("INSERT INTO account ", DeliveriesTest::gone);
        take();
        platform.calm();
        deliver(RENOIR, aDelivery(RENOIR).pupil("101", "Noé", "Hardy", "5eA"));

        take();

        assertThat(ended.all).containsExactly("failed", "done");
    }

    @Test
    void aFolderThatCantBeReadFailsAloneAndTheOthersAreTaken() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        Path loop = folder.resolve(RENOIR.value()).resolve("ENT_Complet_20261102_Eleve_0001.xml");
        Files.createSymbolicLink(loop, loop);
        deliver(SEURAT, aDelivery(SEURAT));

        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.FAILED);
        assertThat(run(RENOIR).message()).startsWith("Échec technique, nouvel essai à ");
        assertThat(run(SEURAT).state()).isEqualTo(ImportRun.State.DONE);

        Files.delete(loop);
        take();
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
    }

    @Test
    void oneFailureDoesNotHoldTheOthersUp() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        deliver(SEURAT, aDelivery(SEURAT));
        platform.onceAt("INSERT INTO account ", DeliveriesTest::gone);

        take();

        assertThat(ended.all).containsExactly("failed", "done");
        assertThat(List.of(run(RENOIR).state(), run(SEURAT).state()))
                .containsExactlyInAnyOrder(ImportRun.State.FAILED, ImportRun.State.DONE);
    }

    @Test
    void whenTheDatabaseIsGoneItIsAskedLessAndLess() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        List<String> asked = new ArrayList<>();
        platform.at(
                "",
                () -> {
                    asked.add("asked");
                    gone();
                });
        for (int second = 0; second < 60; second += 2) {
            try {
                take();
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("gone");
            }
            clock.advance(Duration.ofSeconds(2));
        }
        // At once, after 10 seconds and after 20 more.
        assertThat(asked).hasSize(3);

        platform.calm();
        clock.advance(Duration.ofMinutes(1));
        take();
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
    }

    @Test
    void whoseTurnIsNotYetIsSeenWaiting() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        deliver(SEURAT, aDelivery(SEURAT));
        List<List<ImportRun.State>> seen = new ArrayList<>();

        deliveries.takeAll(() -> seen.add(List.of(run(RENOIR).state(), run(SEURAT).state())));

        assertThat(seen.get(0))
                .containsExactlyInAnyOrder(ImportRun.State.DONE, ImportRun.State.WAITING);
        assertThat(seen.get(1)).containsExactly(ImportRun.State.DONE, ImportRun.State.DONE);
    }

    @Test
    void aStopDuringAnImportIsNoFailure() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        Thread importing = Thread.currentThread();
        platform.onceAt("UPDATE import_run SET done", importing::interrupt);

        take();

        assertThat(Thread.interrupted()).as("still to be stopped").isTrue();
        assertThat(ended.all).isEmpty();
        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.WAITING);
        assertThat(ask(RENOIR, "SELECT COUNT(*) FROM person")).isEqualTo("0");

        take();
        assertThat(ended.all).containsExactly("done");
    }

    @Test
    void twoNodesAtOneDeliveryImportItOnce() throws Exception {
        deliver(RENOIR, aDelivery(RENOIR));
        deliver(SEURAT, aDelivery(SEURAT));
        Deliveries other = deliveries("node-2");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> looks =
                List.of(nodes.submit(this::take), nodes.submit(() -> other.takeAll(() -> {})));
        for (Future<?> look : looks) {
            look.get();
        }
        nodes.shutdown();
        clock.advance(Duration.ofMinutes(6));
        other.takeAll(() -> {});
        take();

        assertThat(ended.all).containsExactly("done", "done");
    }

    @Test
    void aFolderOfAnUnknownOrAPreparedCollegeWaits() throws Exception {
        deliver(TRUFFAUT, aDelivery(TRUFFAUT));
        deliver(new Uai("0921354X"), aDelivery(new Uai("0921354X")));
        Files.createDirectory(folder.resolve(".0921239X"));
        Files.createDirectory(folder.resolve("somebody's own"));

        take();

        assertThat(ended.all).isEmpty();
        assertThat(tables.ask("SELECT COUNT(*) FROM import_run")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGuardianOfSiblingsInTwoCollegesHasOneAccountInWhicheverOrderTheyDeliver(
            boolean renoirFirst) throws Exception {
        List<Uai> order = renoirFirst ? List.of(RENOIR, SEURAT) : List.of(SEURAT, RENOIR);
        for (Uai uai : order) {
            String child = uai.equals(RENOIR) ? "100" : "101";
            deliver(
                    uai,
                    ADelivery.of(uai, "5eA")
                            .guardian("900", "Zoé", "Hardy")
                            .pupil(child, "Anaïs", "Hardy", "5eA", "900$10$1$1$1$1"));
            take();
        }

        assertThat(tables.ask("SELECT COUNT(*) FROM account WHERE academic_id = '900'"))
                .isEqualTo("1");
        assertThat(
                        tables.ask(
                                "SELECT GROUP_CONCAT(uai ORDER BY uai) FROM membership m JOIN account"
                                        + " a ON a.id = m.account_id WHERE academic_id = '900'"))
                .isEqualTo(RENOIR + "," + SEURAT);
        for (Uai uai : order) {
            String id =
                    tables.ask(
                            "SELECT person_id FROM membership m JOIN account a ON a.id ="
                                    + " m.account_id WHERE academic_id = '900' AND uai = '"
                                    + uai
                                    + "'");
            assertThat(ask(uai, "SELECT COUNT(*) FROM guardianship WHERE adult_id = '" + id + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void whoTeachesAndHasAChildAtTheSameCollegeIsBothThere() throws Exception {
        deliver(
                RENOIR,
                aDelivery(RENOIR)
                        .guardian("200", "Théo", "Roche")
                        .pupil("101", "Léo", "Roche", "5eA", "200$10$1$1$1$1"));

        take();

        assertThat(run(RENOIR).state()).isEqualTo(ImportRun.State.DONE);
        assertThat(
                        tables.ask(
                                "SELECT GROUP_CONCAT(profile ORDER BY profile) FROM membership m JOIN"
                                        + " account a ON a.id = m.account_id WHERE academic_id ="
                                        + " '200'"))
                .isEqualTo("GUARDIAN,TEACHER");
    }
}

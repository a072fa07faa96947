package fr.preau.portal.server;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.imports.AafImport;
import fr.preau.core.imports.AafRefused;
import fr.preau.core.imports.AccountLinking;
import fr.preau.core.imports.CollegePerson;
import fr.preau.core.imports.ImportOutcome;
import fr.preau.core.imports.ImportRuns;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the académie's deliveries: a folder for each collège, imported when its files are new.
 *
 * <p>One collège is one transaction in its own space; then its accounts are one in the platform's.
 * Both can be repeated, so a node that dies in between loses nothing: the next one begins again.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final String JOB = "deliveries";

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final ZoneId SCHOOL = ZoneId.of("Europe/Paris");

    private record Delivery(Uai uai, Path folder, FileTime arrived) {}

    private final Path folder;
    private final UnitsOfWork units;
    private final Tenants tenants;
    private final JobLeases leases;
    private final MeasuredImports measured;
    private final AuditLog audit;
    private final Clock clock;

    Deliveries(
            Path folder,
            UnitsOfWork units,
            Tenants tenants,
            JobLeases leases,
            MeasuredImports measured,
            AuditLog audit,
            Clock clock) {
        this.folder = folder;
        this.units = units;
        this.tenants = tenants;
        this.leases = leases;
        this.measured = measured;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether people of this collège are at the door. */
    boolean wait(Uai uai) {
        return Files.isDirectory(folder.resolve(uai.value()));
    }

    /**
     * Takes the new deliveries of open collèges, the oldest first.
     *
     * @param afterEach told after each one
     */
    void takeAll(Runnable afterEach) {
        for (Delivery delivery : newOnes()) {
            if (Thread.currentThread().isInterrupted() || !leases.take(JOB, LEASE)) {
                return;
            }
            long start = System.nanoTime();
            try {
                take(delivery);
                afterEach.run();
            } catch (RuntimeException e) {
                // Not the delivery's fault, or not known to be: the others go on, it is tried
                // again.
                LOG.error("the delivery of {} failed", delivery.uai(), e);
                measured.ended(MeasuredImports.End.FAILED, since(start));
                onRuns(
                        runs ->
                                runs.refused(
                                        delivery.uai(),
                                        "Échec technique, l’import est recommencé de lui-même."));
            }
        }
    }

    private List<Delivery> newOnes() {
        List<Delivery> deliveries = new ArrayList<>();
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path path : folders.toList()) {
                Optional<Uai> uai = uai(path);
                if (uai.isPresent() && isOpen(uai.get())) {
                    deliveries.add(new Delivery(uai.get(), path, Files.getLastModifiedTime(path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("deliveries can't be read at " + folder, e);
        }
        deliveries.sort(Comparator.comparing(Delivery::arrived));
        List<String> known = knownFingerprints();
        return deliveries.stream().filter(delivery -> !known.contains(key(delivery))).toList();
    }

    private static Optional<Uai> uai(Path path) {
        try {
            return Files.isDirectory(path)
                    ? Optional.of(new Uai(path.getFileName().toString()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A folder that is still being written, or somebody's own.
            return Optional.empty();
        }
    }

    private boolean isOpen(Uai uai) {
        return tenants.byUai(uai).filter(Tenant::provisioned).isPresent();
    }

    private void take(Delivery delivery) {
        Uai uai = delivery.uai();
        long start = System.nanoTime();
        onRuns(runs -> runs.started(uai));
        try {
            ImportOutcome outcome = importPeople(delivery);
            ended(uai, runs -> runs.done(uai, outcome), "import-finished", counts(outcome));
            measured.ended(MeasuredImports.End.DONE, since(start));
            measured.wrote(outcome.rowsWritten());
            LOG.info(
                    "{}: {} pupils, {} rows written, in {} ms",
                    uai,
                    outcome.pupils().present(),
                    outcome.rowsWritten(),
                    since(start).toMillis());
        } catch (AafRefused e) {
            LOG.warn("the delivery of {} is refused: {}", uai, e.getMessage());
            String reason = String.valueOf(e.getMessage());
            ended(uai, runs -> runs.refused(uai, reason), "import-refused", reason);
            measured.ended(MeasuredImports.End.REFUSED, since(start));
        }
        remember(delivery);
    }

    /** The end of an import and its line in the journal are one. */
    private void ended(Uai uai, RunsWork work, String act, String detail) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    work.on(new ImportRuns(unit.connection(), clock));
                    audit.write(
                            unit, AuditLog.Actor.system(), act, uai.value(), uai.value(), detail);
                    return true;
                });
    }

    private static String counts(ImportOutcome outcome) {
        return outcome.rowsWritten() == 0
                ? "rien de nouveau"
                : outcome.pupils().present()
                        + " élèves, "
                        + outcome.guardians().present()
                        + " responsables, "
                        + outcome.teachers().present()
                        + " professeurs, "
                        + outcome.classes().present()
                        + " classes";
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private ImportOutcome importPeople(Delivery delivery) {
        Uai uai = delivery.uai();
        LocalDate today = LocalDate.now(clock.withZone(SCHOOL));
        ImportOutcome outcome =
                units.write(
                        DatabaseSpace.of(uai),
                        unit -> {
                            try {
                                return new AafImport(
                                                unit.connection(),
                                                uai,
                                                today,
                                                (done, total) -> advanced(uai, done, total))
                                        .run(delivery.folder());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        List<CollegePerson> people =
                units.read(DatabaseSpace.of(uai), unit -> CollegePerson.present(unit.connection()));
        units.write(
                DatabaseSpace.platform(),
                unit -> new AccountLinking(unit.connection(), uai, clock).run(people));
        return outcome;
    }

    /** Told from another thread's unit of work: this one is busy with the collège. */
    private void advanced(Uai uai, int done, int total) {
        Thread teller =
                new Thread(
                        () -> onRuns(runs -> runs.advanced(uai, done, total)), "import-progress");
        teller.setDaemon(true);
        teller.start();
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface RunsWork {
        void on(ImportRuns runs) throws SQLException;
    }

    private void onRuns(RunsWork work) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    work.on(new ImportRuns(unit.connection(), clock));
                    return true;
                });
    }

    private List<String> knownFingerprints() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    List<String> known = new ArrayList<>();
                    try (PreparedStatement statement =
                                    unit.connection()
                                            .prepareStatement(
                                                    "SELECT uai, fingerprint FROM delivery");
                            ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            known.add(row.getString(1) + row.getString(2));
                        }
                    }
                    return known;
                });
    }

    private void remember(Delivery delivery) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "REPLACE INTO delivery (uai, fingerprint, taken_at)"
                                                    + " VALUES (?, ?, ?)")) {
                        statement.setString(1, delivery.uai().value());
                        statement.setString(2, fingerprint(delivery.folder()));
                        statement.setObject(3, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                        return statement.executeUpdate();
                    }
                });
    }

    private static String key(Delivery delivery) {
        return delivery.uai().value() + fingerprint(delivery.folder());
    }

    private static String fingerprint(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.sorted().toList()) {
                String line =
                        file.getFileName()
                                + "|"
                                + Files.size(file)
                                + "|"
                                + Files.getLastModifiedTime(file).toMillis()
                                + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

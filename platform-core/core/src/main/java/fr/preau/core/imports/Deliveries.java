package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the académie's deliveries: a folder for each collège, imported when its files are new. One
 * node does it for all.
 */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final String JOB = "deliveries";

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Path folder;
    private final Tenants tenants;
    private final JobLeases leases;
    private final CollegeImport imports;
    private final ImportNotes notes;
    private final ImportWatch watch;
    private final Clock clock;
    private Instant restUntil = Instant.MIN;
    private int failures;

    public Deliveries(
            Path folder,
            UnitsOfWork units,
            Tenants tenants,
            JobLeases leases,
            ImportWatch watch,
            AuditLog audit,
            Clock clock) {
        this.folder = folder;
        this.tenants = tenants;
        this.leases = leases;
        this.imports = new CollegeImport(units, audit, clock);
        this.notes = new ImportNotes(units, audit, clock);
        this.watch = watch;
        this.clock = clock;
    }

    /** Whether people of this collège are at the door. */
    public boolean wait(Uai uai) {
        return Files.isDirectory(folder.resolve(uai.value()));
    }

    /**
     * Takes the new deliveries of open collèges, the oldest first. One that fails does not hold the
     * others up; when nothing works at all, the next looks wait longer and longer.
     *
     * @param afterEach told after each one
     */
    public void takeAll(Runnable afterEach) {
        if (clock.instant().isBefore(restUntil)) {
            return;
        }
        try {
            takeTheNewOnes(afterEach);
            failures = 0;
        } catch (RuntimeException e) {
            restUntil = clock.instant().plus(new GrowingWait(++failures).length());
            throw e;
        }
    }

    private void takeTheNewOnes(Runnable afterEach) {
        if (newOnes().isEmpty() || !leases.take(JOB, LEASE)) {
            return;
        }
        // Looked at again: another node may just have taken them.
        List<DeliveryFolder> queue = newOnes();
        notes.waiting(queue);
        for (DeliveryFolder delivery : queue) {
            if (isStopped() || !leases.take(JOB, LEASE)) {
                return;
            }
            take(delivery);
            if (isStopped()) {
                return;
            }
            afterEach.run();
        }
    }

    private List<DeliveryFolder> newOnes() {
        Map<Uai, TakenDeliveries.Taken> taken = notes.taken();
        Instant now = clock.instant();
        try {
            return DeliveryFolder.in(folder).stream()
                    .filter(delivery -> isOpen(delivery.uai()))
                    .filter(
                            delivery -> {
                                TakenDeliveries.Taken last = taken.get(delivery.uai());
                                return last == null
                                        || !last.settles(delivery.fingerprintIfReadable(), now);
                            })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("deliveries can't be read at " + folder, e);
        }
    }

    private boolean isOpen(Uai uai) {
        return !uai.isDepartement() && tenants.byUai(uai).filter(Tenant::isOpen).isPresent();
    }

    private void take(DeliveryFolder delivery) {
        Uai uai = delivery.uai();
        long start = System.nanoTime();
        String fingerprint = delivery.fingerprintIfReadable();
        try {
            notes.started(uai);
            ImportOutcome outcome =
                    imports.take(delivery, fingerprint, new NotedProgress(notes, uai));
            watch.done(since(start), outcome.rowsWritten());
            LOG.info(
                    "{}: {} pupils, {} rows written, in {} ms",
                    uai,
                    outcome.pupils().present(),
                    outcome.rowsWritten(),
                    since(start).toMillis());
        } catch (AafRefused e) {
            LOG.warn("the delivery of {} is refused: {}", uai, e.getMessage());
            notes.refused(uai, fingerprint, e);
            watch.refused(since(start));
        } catch (DeliveryReplaced e) {
            replaced(delivery);
        } catch (RuntimeException e) {
            if (isStop(e)) {
                stopped(delivery);
                return;
            }
            // Not the delivery's fault, or not known to be: the others go on.
            LOG.error("the delivery of {} failed; it is tried again", uai, e);
            watch.failed(since(start));
            notes.failed(uai, fingerprint);
        }
    }

    /** Nothing was written, nothing is remembered: the next look finds the new files. */
    private void replaced(DeliveryFolder delivery) {
        LOG.info("the files of {} changed while they were read", delivery.uai());
        if (Files.isDirectory(delivery.path())) {
            notes.waiting(List.of(delivery));
        } else {
            notes.withdrawn(delivery.uai());
        }
    }

    /** This node ends, which is no failure: the next one that looks begins again. */
    private void stopped(DeliveryFolder delivery) {
        // Cleared for as long as it is noted: no pool serves a thread that is interrupted.
        Thread.interrupted();
        try {
            notes.waiting(List.of(delivery));
            LOG.info("the delivery of {} was stopped; it is begun again", delivery.uai());
        } catch (RuntimeException e) {
            LOG.info("the delivery of {} was stopped, which could not be noted", delivery.uai(), e);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private static boolean isStop(Throwable failure) {
        boolean stop = isStopped();
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            stop |= t instanceof InterruptedException || t instanceof ClosedByInterruptException;
        }
        return stop;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

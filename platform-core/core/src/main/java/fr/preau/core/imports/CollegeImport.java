package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Brings one delivery to its end in two transactions: the people in the collège's own space, then
 * on the platform their accounts, the state of the import and the note that it was taken.
 *
 * <p>Both can be repeated. Whoever dies in between has not noted it, so it begins again.
 */
final class CollegeImport {

    static final ZoneId SCHOOL = ZoneId.of("Europe/Paris");

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;

    CollegeImport(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param fingerprint of the files, taken before anything is read
     * @throws AafRefused when the delivery can't be taken
     * @throws DeliveryReplaced when other files lie there now; nothing has been written then
     */
    ImportOutcome take(DeliveryFolder folder, String fingerprint, ImportProgress progress) {
        Uai uai = folder.uai();
        ImportOutcome outcome =
                units.write(
                        DatabaseSpace.of(uai),
                        unit -> {
                            LocalDate today = LocalDate.now(clock.withZone(SCHOOL));
                            return run(
                                    new AafImport(unit.connection(), uai, today, progress),
                                    folder,
                                    fingerprint);
                        });
        List<CollegePerson> people =
                units.read(DatabaseSpace.of(uai), unit -> CollegePerson.present(unit.connection()));
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    new AccountLinking(unit.connection(), uai, clock).run(people);
                    new ImportRuns(unit.connection(), clock).done(uai, outcome);
                    new TakenDeliveries(unit.connection(), clock).taken(uai, fingerprint);
                    audit.write(
                            unit,
                            AuditLog.Actor.system(),
                            "import-finished",
                            uai.value(),
                            uai.value(),
                            counts(outcome));
                    return true;
                });
        return outcome;
    }

    private static String counts(ImportOutcome outcome) {
        return outcome.rowsWritten() == 0
                ? "rien de nouveau"
                : String.join(
                        ", ",
                        counted(outcome.pupils(), "élève"),
                        counted(outcome.guardians(), "responsable"),
                        counted(outcome.teachers(), "professeur"),
                        counted(outcome.classes(), "classe"));
    }

    private static String counted(ImportOutcome.Counts counts, String noun) {
        return counts.present() + " " + noun + (counts.present() > 1 ? "s" : "");
    }

    private static ImportOutcome run(AafImport aaf, DeliveryFolder folder, String fingerprint)
            throws SQLException {
        try {
            requireSame(folder, fingerprint, folder.fingerprint());
            ImportOutcome outcome = aaf.run(folder.path());
            requireSame(folder, fingerprint, folder.fingerprint());
            return outcome;
        } catch (AafRefused e) {
            if (!folder.holds(fingerprint)) {
                throw new DeliveryReplaced(folder, e);
            }
            throw e;
        } catch (IOException e) {
            if (!folder.holds(fingerprint)) {
                throw new DeliveryReplaced(folder, e);
            }
            throw new UncheckedIOException("the files of " + folder.uai() + " can't be read", e);
        }
    }

    private static void requireSame(DeliveryFolder folder, String before, String now) {
        if (!before.equals(now)) {
            throw new DeliveryReplaced(folder, null);
        }
    }
}

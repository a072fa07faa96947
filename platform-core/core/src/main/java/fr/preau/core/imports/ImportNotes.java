package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the platform is told about imports, each time as a transaction of its own. */
final class ImportNotes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm", Locale.FRANCE)
                    .withZone(CollegeImport.SCHOOL);

    @FunctionalInterface
    private interface Note {
        void write(ImportRuns runs, TakenDeliveries taken) throws SQLException;
    }

    private final UnitsOfWork units;
    private final AuditLog audit;
    private final Clock clock;

    ImportNotes(UnitsOfWork units, AuditLog audit, Clock clock) {
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    Map<Uai, TakenDeliveries.Taken> taken() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> new TakenDeliveries(unit.connection(), clock).all());
    }

    /** Their turn comes. */
    void waiting(List<DeliveryFolder> folders) {
        write(
                (runs, taken) -> {
                    for (DeliveryFolder folder : folders) {
                        runs.waiting(folder.uai());
                    }
                });
    }

    void started(Uai uai) {
        write((runs, taken) -> runs.started(uai));
    }

    void advanced(Uai uai, int done, int total) {
        write((runs, taken) -> runs.advanced(uai, done, total));
    }

    /** These files are not read again. */
    void refused(Uai uai, String fingerprint, AafRefused refusal) {
        String reason = String.valueOf(refusal.getMessage());
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    new ImportRuns(unit.connection(), clock).refused(uai, reason);
                    new TakenDeliveries(unit.connection(), clock).taken(uai, fingerprint);
                    audit.write(
                            unit,
                            AuditLog.Actor.system(),
                            "import-refused",
                            uai.value(),
                            uai.value(),
                            reason);
                    return true;
                });
    }

    /** There is nothing left to read. */
    void withdrawn(Uai uai) {
        write(
                (runs, taken) ->
                        runs.refused(
                                uai,
                                "Le dossier a été retiré avant la fin de l’import ; rien n’a changé."));
    }

    /** Another try follows, and the operator reads when. */
    void failed(Uai uai, String fingerprint) {
        write(
                (runs, taken) -> {
                    Instant retryAt = taken.failed(uai, fingerprint);
                    runs.failed(
                            uai, "Échec technique, nouvel essai à " + TIME.format(retryAt) + ".");
                });
    }

    private void write(Note note) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    note.write(
                            new ImportRuns(unit.connection(), clock),
                            new TakenDeliveries(unit.connection(), clock));
                    return true;
                });
    }
}

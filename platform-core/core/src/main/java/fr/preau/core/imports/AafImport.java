package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Brings one complete delivery of the académie into the schema of one collège, as one transaction
 * of the caller's: read, checked as a whole, compared, and only the difference written.
 */
public final class AafImport {

    /** The part of each kind of people, in percent, that may be missing in a delivery. */
    public static final int MOST_LEAVERS = 30;

    private final Connection college;
    private final Uai uai;
    private final LocalDate today;
    private final ImportProgress progress;
    private final int mostLeavers;

    /**
     * @param college in the collège's schema, without autocommit; the caller commits, or rolls back
     *     when the import throws
     * @param today the day in Europe/Paris: people leave and links begin on it
     */
    public AafImport(Connection college, Uai uai, LocalDate today, ImportProgress progress) {
        this(college, uai, today, progress, MOST_LEAVERS);
    }

    /**
     * @param mostLeavers the part of each kind of people, in percent, that may be missing; 100
     *     switches the safety off
     */
    public AafImport(
            Connection college,
            Uai uai,
            LocalDate today,
            ImportProgress progress,
            int mostLeavers) {
        if (mostLeavers < 0 || mostLeavers > 100) {
            throw new IllegalArgumentException("not a percentage: " + mostLeavers);
        }
        this.college = college;
        this.uai = uai;
        this.today = today;
        this.progress = progress;
        this.mostLeavers = mostLeavers;
    }

    /**
     * @param folder holds the files of this collège and no others
     * @throws AafRefused when the delivery can't be taken; nothing has been written then
     */
    public ImportOutcome run(Path folder) throws IOException, SQLException {
        DeliveredCollege delivery = new DeliveryReader(uai, progress).read(folder);
        new Leavers(college, delivery)
                .refuseMoreThan(mostLeavers, String.valueOf(folder.getFileName()));
        return new DirectoryTables(college, delivery, today).bring();
    }
}

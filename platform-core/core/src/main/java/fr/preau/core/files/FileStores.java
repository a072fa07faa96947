package fr.preau.core.files;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.FileUse;
import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The files of all modules, each module's apart: what a module is handed, and what the host itself
 * does with them. Everything happens at the collège of the current unit of work.
 */
public final class FileStores {

    private final UnitsOfWork units;
    private final NewIds ids;
    private final Clock clock;
    private final FileLimits limits;

    public FileStores(UnitsOfWork units, NewIds ids, Clock clock, FileLimits limits) {
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    /** The store that a module is handed, to hold for ever; it sees this module's files only. */
    public FileStore forModule(String module) {
        return new ModuleFiles(module, units, ids, clock, limits);
    }

    /**
     * A piece of a file, which must have been found to be the module's before.
     *
     * @param number from 0
     * @return empty behind the last piece, and when the file was deleted meanwhile
     */
    public Optional<byte[]> piece(FileId file, int number) {
        return asked(unit -> PieceRows.find(unit, file, number));
    }

    /** How much each module keeps, by its id; those that keep nothing are absent. */
    public Map<String, FileUse> uses() {
        return asked(StoredRows::uses);
    }

    /**
     * Deletes all files of a module.
     *
     * @return how many there were
     */
    public long erase(String module) {
        return asked(
                unit -> {
                    PieceRows.deleteAll(unit, module);
                    return StoredRows.deleteAll(unit, module);
                });
    }

    private <T> T asked(UnitsOfWork.Work<T> question) {
        try {
            return question.in(units.current());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}

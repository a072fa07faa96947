package fr.preau.core.files;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.Download;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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
     * What a module answers with, ready to go out once its unit of work is over.
     *
     * @return empty when the module has no such file at this collège
     */
    public Optional<OutgoingFile> outgoing(String module, Download download) {
        if (download instanceof Download.Made made) {
            return Optional.of(OutgoingFile.made(made));
        }
        Download.Kept kept = (Download.Kept) download;
        return forModule(module)
                .describe(kept.file())
                .map(
                        file ->
                                OutgoingFile.kept(
                                        file, kept.show(), number -> piece(file.id(), number)));
    }

    private Optional<byte[]> piece(FileId file, int number) {
        return asked(unit -> PieceRows.find(unit, file, number));
    }

    /** All files of a module, the oldest first. */
    public List<StoredFile> all(String module) {
        return asked(unit -> StoredRows.all(unit, module));
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

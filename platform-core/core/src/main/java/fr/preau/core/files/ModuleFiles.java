package fr.preau.core.files;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.api.files.Upload;
import fr.preau.core.tenancy.DatabaseFailure;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one module, at the collège of whatever unit of work this thread is in. */
final class ModuleFiles implements FileStore {

    private final String module;
    private final UnitsOfWork units;
    private final FileKeeping keeping;

    ModuleFiles(String module, UnitsOfWork units, NewIds ids, Clock clock, FileLimits limits) {
        this.module = module;
        this.units = units;
        this.keeping = new FileKeeping(module, ids, clock, limits);
    }

    @Override
    public StoredFile keep(Upload upload) {
        try (InputStream content = upload.open()) {
            return keep(upload.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(upload.name() + " could not be read", e);
        }
    }

    @Override
    public StoredFile keep(String name, InputStream content) throws IOException {
        UnitOfWork unit = units.current();
        try {
            return keeping.keep(unit, name, content);
        } catch (FileRefused refused) {
            throw refused.asRefusal();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public Optional<StoredFile> describe(FileId id) {
        return Optional.ofNullable(describe(List.of(id)).get(id));
    }

    @Override
    public Map<FileId, StoredFile> describe(Collection<FileId> ids) {
        Map<FileId, StoredFile> found = new LinkedHashMap<>();
        asked(unit -> StoredRows.find(unit, module, ids))
                .forEach(file -> found.put(file.id(), file));
        return found;
    }

    @Override
    public Optional<InputStream> open(FileId id) {
        UnitOfWork unit = units.current();
        return describe(id).map(file -> new PieceStream(file, number -> piece(unit, id, number)));
    }

    private Optional<byte[]> piece(UnitOfWork opened, FileId id, int number) {
        return asked(
                unit -> {
                    if (unit != opened) {
                        throw new IllegalStateException("the file was opened in another request");
                    }
                    return PieceRows.find(unit, id, number);
                });
    }

    @Override
    public boolean delete(FileId id) {
        return asked(
                unit -> {
                    boolean deleted = StoredRows.delete(unit, module, id);
                    if (deleted) {
                        PieceRows.delete(unit, id);
                    }
                    return deleted;
                });
    }

    @Override
    public FileUse use() {
        return asked(unit -> StoredRows.use(unit, module));
    }

    private <T> T asked(UnitsOfWork.Work<T> question) {
        try {
            return question.in(units.current());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public String toString() {
        return "files of " + module;
    }
}

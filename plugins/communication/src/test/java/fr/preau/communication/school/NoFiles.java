package fr.preau.communication.school;

import fr.preau.api.files.FileId;
import fr.preau.api.files.FileStore;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.api.files.Upload;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A store in which nothing can be kept, for tests that have no files. */
public final class NoFiles implements FileStore {

    @Override
    public StoredFile keep(Upload upload) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public StoredFile keep(String name, InputStream content) {
        throw new UnsupportedOperationException("no files here");
    }

    @Override
    public Optional<StoredFile> describe(FileId id) {
        return Optional.empty();
    }

    @Override
    public Map<FileId, StoredFile> describe(Collection<FileId> ids) {
        return Map.of();
    }

    @Override
    public Optional<InputStream> open(FileId id) {
        return Optional.empty();
    }

    @Override
    public boolean delete(FileId id) {
        return false;
    }

    @Override
    public FileUse use() {
        return FileUse.none();
    }
}

package fr.preau.api.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The files of this module at the collège of the current request; needs the permission {@code
 * files}.
 *
 * <p>A file lies in the collège's own schema, beside the module's rows, and belongs to the same
 * unit of work: it is kept and deleted with them, or not at all. No other module and no other
 * collège sees it. Called outside a request, each method throws {@link IllegalStateException}; in a
 * request that only reads, {@code keep} and {@code delete} fail.
 *
 * <p>Nothing is taken out of a file: a photo keeps what the camera wrote into it, the place where
 * it was taken among it. Files that many people will see should be asked for with that in mind.
 */
public interface FileStore {

    /** Keeps what came with a form. */
    StoredFile keep(Upload upload);

    /**
     * Keeps what the module made itself. The stream is read to its end, not closed, and never held
     * in memory as a whole.
     *
     * @param name a file name with its ending, as in {@code menu.pdf}; folders are cut off
     * @throws RuntimeException a {@code Refusal}, when the content is empty, larger than a file may
     *     be, or something else than the name says; nothing is kept then
     * @throws IOException when the stream can't be read; nothing is kept then
     */
    StoredFile keep(String name, InputStream content) throws IOException;

    /** What is known of a file; one statement. */
    Optional<StoredFile> describe(FileId id);

    /** The same for several at once, in one statement; those that are not there are absent. */
    Map<FileId, StoredFile> describe(Collection<FileId> ids);

    /**
     * The content of a file, piece by piece; each piece of 256 KiB is one statement. To send it to
     * a browser, answer with a {@link Download} instead: then nobody's connection is held
     * meanwhile.
     *
     * @return good until the unit of work ends; empty when there is no such file
     */
    Optional<InputStream> open(FileId id);

    /** Deletes a file, for good once the request is committed; false when there was none. */
    boolean delete(FileId id);

    /** How much this module keeps at this collège; one statement. */
    FileUse use();
}

package fr.preau.core.files;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.FileId;
import fr.preau.api.files.StoredFile;
import fr.preau.core.tenancy.UnitOfWork;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes a stream in, piece by piece, and writes down what it was once it is all there. */
final class FileKeeping {

    private final String module;
    private final NewIds ids;
    private final Clock clock;
    private final FileLimits limits;

    FileKeeping(String module, NewIds ids, Clock clock, FileLimits limits) {
        this.module = module;
        this.ids = ids;
        this.clock = clock;
        this.limits = limits;
    }

    StoredFile keep(UnitOfWork unit, String givenName, InputStream content)
            throws IOException, SQLException, FileRefused {
        String name = FileNames.clean(givenName);
        byte[] first = content.readNBytes(PieceRows.LENGTH);
        if (first.length == 0) {
            throw FileRefused.empty(name);
        }
        String contentType = FileTypes.of(first, name, null);
        FileId id = new FileId(ids.next());
        try {
            return write(unit, new Beginning(id, name, contentType, first), content);
        } catch (IOException | SQLException | FileRefused | RuntimeException e) {
            // Whoever catches this may go on and commit; half a file must not stay.
            forget(unit, id, e);
            throw e;
        }
    }

    /** What is known of a file from its first piece. */
    private record Beginning(FileId id, String name, String contentType, byte[] first) {}

    private StoredFile write(UnitOfWork unit, Beginning file, InputStream content)
            throws IOException, SQLException, FileRefused {
        MessageDigest digest = Digests.sha256();
        byte[] piece = file.first;
        long size = 0;
        int number = 0;
        while (piece.length > 0) {
            size += piece.length;
            if (size > limits.fileBytes()) {
                throw FileRefused.tooLarge(file.name, limits);
            }
            digest.update(piece);
            PieceRows.insert(unit, file.id, number++, piece);
            piece =
                    piece.length < PieceRows.LENGTH
                            ? new byte[0]
                            : content.readNBytes(PieceRows.LENGTH);
        }
        StoredFile stored =
                new StoredFile(
                        file.id,
                        file.name,
                        file.contentType,
                        size,
                        Digests.hex(digest.digest()),
                        // As exact as the database keeps it.
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        StoredRows.insert(unit, module, stored);
        return stored;
    }

    private static void forget(UnitOfWork unit, FileId id, Exception failure) {
        try {
            PieceRows.delete(unit, id);
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}

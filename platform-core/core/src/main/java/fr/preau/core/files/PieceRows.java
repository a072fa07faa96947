package fr.preau.core.files;

import fr.preau.api.files.FileId;
import fr.preau.core.tenancy.UnitOfWork;
import java.sql.SQLException;
import java.util.Optional;

/** The content of the files at a collège, in pieces: the table {@code core_file_piece}. */
final class PieceRows {

    /** How long each piece is but the last. */
    static final int LENGTH = 262_144;

    private PieceRows() {}

    static void insert(UnitOfWork unit, FileId file, int number, byte[] content)
            throws SQLException {
        unit.update(
                "INSERT INTO core_file_piece (file_id, number, content) VALUES (?, ?, ?)",
                file.toString(),
                number,
                content);
    }

    static Optional<byte[]> find(UnitOfWork unit, FileId file, int number) throws SQLException {
        return unit
                .query(
                        "SELECT content FROM core_file_piece WHERE file_id = ? AND number = ?",
                        row -> row.getBytes(1),
                        file.toString(),
                        number)
                .stream()
                .findFirst();
    }

    static void delete(UnitOfWork unit, FileId file) throws SQLException {
        unit.update("DELETE FROM core_file_piece WHERE file_id = ?", file.toString());
    }

    static void deleteAll(UnitOfWork unit, String module) throws SQLException {
        unit.update(
                "DELETE FROM core_file_piece WHERE file_id IN"
                        + " (SELECT id FROM core_file WHERE module = ?)",
                module);
    }
}

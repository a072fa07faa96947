package fr.preau.core.files;

import fr.preau.api.files.FileId;
import fr.preau.core.tenancy.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The content of the files at a collège, in pieces: the table {@code core_file_piece}. */
final class PieceRows {

    /** How long each piece is but the last. */
    static final int LENGTH = 262_144;

    private PieceRows() {}

    static void insert(UnitOfWork unit, FileId file, int number, byte[] content)
            throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "INSERT INTO core_file_piece (file_id, number, content)"
                                        + " VALUES (?, ?, ?)")) {
            statement.setString(1, file.toString());
            statement.setInt(2, number);
            statement.setBytes(3, content);
            statement.executeUpdate();
        }
    }

    static Optional<byte[]> find(UnitOfWork unit, FileId file, int number) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "SELECT content FROM core_file_piece WHERE file_id = ? AND number"
                                        + " = ?")) {
            statement.setString(1, file.toString());
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    static void delete(UnitOfWork unit, FileId file) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement("DELETE FROM core_file_piece WHERE file_id = ?")) {
            statement.setString(1, file.toString());
            statement.executeUpdate();
        }
    }

    static void deleteAll(UnitOfWork unit, String module) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "DELETE FROM core_file_piece WHERE file_id IN (SELECT id FROM"
                                        + " core_file WHERE module = ?)")) {
            statement.setString(1, module);
            statement.executeUpdate();
        }
    }
}

package fr.preau.core.files;

import fr.preau.api.files.FileId;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.core.tenancy.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of the files at a collège: the table {@code core_file}. */
final class StoredRows {

    private StoredRows() {}

    static void insert(UnitOfWork unit, String module, StoredFile file) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "INSERT INTO core_file (id, module, name, content_type, size,"
                                        + " sha256, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, file.id().toString());
            statement.setString(2, module);
            statement.setString(3, file.name());
            statement.setString(4, file.contentType());
            statement.setLong(5, file.size());
            statement.setString(6, file.sha256());
            statement.setObject(7, LocalDateTime.ofInstant(file.at(), ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    static List<StoredFile> find(UnitOfWork unit, String module, Collection<FileId> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "SELECT id, name, content_type, size, sha256, created_at FROM"
                                        + " core_file WHERE module = ? AND id IN ("
                                        + places
                                        + ")")) {
            statement.setString(1, module);
            int place = 2;
            for (FileId id : ids) {
                statement.setString(place++, id.toString());
            }
            List<StoredFile> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            return found;
        }
    }

    private static StoredFile row(ResultSet rows) throws SQLException {
        return new StoredFile(
                FileId.of(rows.getString(1)),
                rows.getString(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getString(5),
                rows.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    static boolean delete(UnitOfWork unit, String module, FileId id) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement("DELETE FROM core_file WHERE module = ? AND id = ?")) {
            statement.setString(1, module);
            statement.setString(2, id.toString());
            return statement.executeUpdate() > 0;
        }
    }

    static long deleteAll(UnitOfWork unit, String module) throws SQLException {
        try (PreparedStatement statement =
                unit.connection().prepareStatement("DELETE FROM core_file WHERE module = ?")) {
            statement.setString(1, module);
            return statement.executeUpdate();
        }
    }

    static FileUse use(UnitOfWork unit, String module) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "SELECT COUNT(*), COALESCE(SUM(size), 0) FROM core_file WHERE"
                                        + " module = ?")) {
            statement.setString(1, module);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new FileUse(row.getLong(1), row.getLong(2)) : FileUse.none();
            }
        }
    }

    static Map<String, FileUse> uses(UnitOfWork unit) throws SQLException {
        Map<String, FileUse> uses = new TreeMap<>();
        try (PreparedStatement statement =
                        unit.connection()
                                .prepareStatement(
                                        "SELECT module, COUNT(*), SUM(size) FROM core_file GROUP"
                                                + " BY module");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                uses.put(rows.getString(1), new FileUse(rows.getLong(2), rows.getLong(3)));
            }
        }
        return uses;
    }
}

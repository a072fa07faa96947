package fr.preau.core.files;

import fr.preau.api.files.FileId;
import fr.preau.api.files.FileUse;
import fr.preau.api.files.StoredFile;
import fr.preau.core.tenancy.UnitOfWork;
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
        unit.update(
                "INSERT INTO core_file (id, module, name, content_type, size, sha256, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                file.id().toString(),
                module,
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                LocalDateTime.ofInstant(file.at(), ZoneOffset.UTC));
    }

    static List<StoredFile> find(UnitOfWork unit, String module, Collection<FileId> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(module);
        ids.forEach(id -> values.add(id.toString()));
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return unit.query(
                "SELECT id, name, content_type, size, sha256, created_at FROM core_file"
                        + " WHERE module = ? AND id IN ("
                        + places
                        + ")",
                StoredRows::file,
                values.toArray());
    }

    static List<StoredFile> all(UnitOfWork unit, String module) throws SQLException {
        return unit.query(
                "SELECT id, name, content_type, size, sha256, created_at FROM core_file"
                        + " WHERE module = ? ORDER BY id",
                StoredRows::file,
                module);
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(
                FileId.of(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    static boolean delete(UnitOfWork unit, String module, FileId id) throws SQLException {
        return unit.update(
                        "DELETE FROM core_file WHERE module = ? AND id = ?", module, id.toString())
                > 0;
    }

    static long deleteAll(UnitOfWork unit, String module) throws SQLException {
        return unit.update("DELETE FROM core_file WHERE module = ?", module);
    }

    static FileUse use(UnitOfWork unit, String module) throws SQLException {
        return unit.query(
                        "SELECT COUNT(*), COALESCE(SUM(size), 0) FROM core_file WHERE module = ?",
                        row -> new FileUse(row.getLong(1), row.getLong(2)),
                        module)
                .get(0);
    }

    static Map<String, FileUse> uses(UnitOfWork unit) throws SQLException {
        Map<String, FileUse> uses = new TreeMap<>();
        unit.query(
                        "SELECT module, COUNT(*), SUM(size) FROM core_file GROUP BY module",
                        row ->
                                Map.entry(
                                        row.getString(1),
                                        new FileUse(row.getLong(2), row.getLong(3))))
                .forEach(entry -> uses.put(entry.getKey(), entry.getValue()));
        return uses;
    }
}

package fr.preau.testkit.compatibility;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of a module at a collège, looked at from outside. */
final class Tables {

    /** Of how many rows the identities are tried, where there are not more tables than that. */
    private static final int ROWS = 24;

    private Tables() {}

    static String schema(KitCollege college) {
        return DatabaseSpace.of(college.college().uai()).name();
    }

    /** How many rows each table of the module has. */
    static Map<String, Long> counts(PreauKit kit, KitCollege college) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : kit.scripts().tablesMade()) {
                String sql = "SELECT COUNT(*) FROM `%s`.`%s`".formatted(schema(college), table);
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    counts.put(table, row.getLong(1));
                }
            }
        }
        return counts;
    }

    /** Whether the module keeps something at the first collège, if it keeps anything at all. */
    static boolean isFilled(PreauKit kit) {
        try {
            return kit.scripts().tablesMade().isEmpty() || total(counts(kit, kit.college())) > 0;
        } catch (SQLException e) {
            throw new KitFailure("its tables can't be read", e);
        }
    }

    /** What differs as soon as a row does. */
    static Map<String, Long> checksums(PreauKit kit, KitCollege college) throws SQLException {
        Map<String, Long> sums = new TreeMap<>();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : kit.scripts().tablesMade()) {
                String sql = "CHECKSUM TABLE `%s`.`%s`".formatted(schema(college), table);
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    sums.put(table, row.getLong(2));
                }
            }
        }
        return sums;
    }

    /** In which columns somebody's identity stands, and how often. */
    static Map<String, Long> naming(PreauKit kit, KitPerson person) throws SQLException {
        Map<String, Long> places = new TreeMap<>();
        String schema = DatabaseSpace.of(person.college().uai()).name();
        try (Connection connection = kit.dataSource().getConnection()) {
            for (TableShape table :
                    TableShape.of(
                            connection, schema, kit.scripts().tablesMade(), EntityCodes.none())) {
                for (TableColumn column : table.columns()) {
                    if (column.holdsIdentity()) {
                        long rows = rows(connection, schema, table, column, person);
                        if (rows > 0) {
                            places.put(table.name() + "." + column.name(), rows);
                        }
                    }
                }
            }
        }
        return places;
    }

    private static long rows(
            Connection connection,
            String schema,
            TableShape table,
            TableColumn column,
            KitPerson person)
            throws SQLException {
        String sql =
                "SELECT COUNT(*) FROM `%s`.`%s` WHERE `%s` = ?"
                        .formatted(schema, table.name(), column.name());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.id().toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The identities of some rows of every table that has a column of its own for them. Each is
     * tried at each address by everybody, so of many tables one row must do.
     */
    static List<String> someIds(PreauKit kit, KitCollege college) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        int rows = Math.max(1, Math.min(3, ROWS / Math.max(1, kit.scripts().tablesMade().size())));
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : kit.scripts().tablesMade()) {
                for (String column : keys(connection, schema(college), table)) {
                    String sql =
                            "SELECT `%s` FROM `%s`.`%s` LIMIT %d"
                                    .formatted(column, schema(college), table, rows);
                    try (ResultSet row = statement.executeQuery(sql)) {
                        while (row.next()) {
                            ids.add(row.getString(1));
                        }
                    }
                }
            }
        }
        return List.copyOf(ids);
    }

    private static List<String> keys(Connection connection, String schema, String table)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getPrimaryKeys(schema, null, table)) {
            while (row.next()) {
                keys.add(row.getString("COLUMN_NAME"));
            }
        }
        return keys;
    }
}

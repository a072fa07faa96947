package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import fr.preau.database.EmbeddedMariaDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A real MariaDB for all tests of one run, with fresh schemas on demand. */
public final class CollegeDatabase {

    private static final String PASSWORD = "schema-secret";
    private static @Nullable CollegeDatabase running;

    private final EmbeddedMariaDb server;

    private CollegeDatabase(EmbeddedMariaDb server) {
        this.server = server;
    }

    public static synchronized CollegeDatabase running() {
        CollegeDatabase database = running;
        if (database == null) {
            database =
                    startForTests(
                            Path.of(
                                            System.getProperty("preau.testkit.work", "target"),
                                            "directory-mariadb")
                                    .toAbsolutePath());
            running = database;
        }
        return database;
    }

    /** A database as in production, which has every commit on disk. */
    static CollegeDatabase startDurable(Path folder) {
        try {
            return use(EmbeddedMariaDb.start(folder, 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CollegeDatabase startForTests(Path folder) {
        try {
            return use(EmbeddedMariaDb.startForTests(folder));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CollegeDatabase use(EmbeddedMariaDb server) throws IOException {
        server.createUsers("app-secret", PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return new CollegeDatabase(server);
    }

    /** An empty schema of a collège, with its tables. */
    public String freshCollege(Uai uai) {
        String schema = schemaOf(uai);
        fresh(schema, "college/V1__directory.sql");
        return schema;
    }

    static String schemaOf(Uai uai) {
        return "preau_c_" + uai.value().toLowerCase(Locale.ROOT);
    }

    /** An empty platform that knows these collèges. */
    public String freshPlatform(Uai... colleges) {
        String schema = "preau_platform";
        fresh(schema, "platform/V1__platform.sql");
        try (Connection connection = connect(schema);
                PreparedStatement statement =
                        connection.prepareStatement(
                                "INSERT INTO college (uai, slug, name, commune, street, postcode,"
                                        + " accent, state, expected_pupils) VALUES (?, ?, 'Collège',"
                                        + " 'Sèvres', '1 rue de l’École', '92310', '#123456',"
                                        + " 'ACTIVE', 500)")) {
            for (Uai uai : colleges) {
                statement.setString(1, uai.value());
                statement.setString(2, uai.value());
                statement.executeUpdate();
            }
            connection.commit();
            return schema;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection in a schema, without autocommit. */
    public Connection connect(String schema) throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        server.url() + schema, EmbeddedMariaDb.SCHEMA_USER, PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The one value of the first row. */
    public String ask(String schema, String sql) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fresh(String schema, String script) {
        try (Connection connection = server.connect(EmbeddedMariaDb.SCHEMA_USER, PASSWORD);
                Statement statement = connection.createStatement();
                InputStream in =
                        CollegeDatabase.class.getResourceAsStream(
                                "/fr/preau/core/migrations/" + script)) {
            if (in == null) {
                throw new IllegalArgumentException(script);
            }
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute(
                    "CREATE DATABASE "
                            + schema
                            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            statement.execute("USE " + schema);
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String each : sql.replaceAll("(?m)--.*$", "").split(";(?=\\s*(\\n|$))", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(script, e);
        }
    }
}

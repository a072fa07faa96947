package fr.preau.communication.school;

import fr.preau.database.EmbeddedMariaDb;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;

/** A MariaDB with the module's tables, started once for all tests, and its units of work. */
public final class Database {

    private static final String PASSWORD = "only-for-tests";
    private static final Database ONE = start();

    private final EntityManagerFactory factory;
    private final ThreadLocal<Optional<EntityManager>> current =
            ThreadLocal.withInitial(Optional::empty);

    private Database(EntityManagerFactory factory) {
        this.factory = factory;
    }

    public static Database get() {
        return ONE;
    }

    private static Database start() {
        try {
            Path folder =
                    Path.of(System.getProperty("preau.testkit.work", "target"), "mariadb")
                            .toAbsolutePath();
            EmbeddedMariaDb server = EmbeddedMariaDb.startForTests(folder);
            server.createUsers(PASSWORD, PASSWORD);
            String user = EmbeddedMariaDb.SCHEMA_USER;
            try (Connection connection = server.connect(user, PASSWORD);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE preau_c_sevres");
            }
            String url = server.url() + "preau_c_sevres";
            Flyway.configure()
                    .dataSource(url, user, PASSWORD)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(
                    Persistence.createEntityManagerFactory(
                            "communication",
                            Map.of(
                                    "jakarta.persistence.jdbc.url", url,
                                    "jakarta.persistence.jdbc.user", user,
                                    "jakarta.persistence.jdbc.password", PASSWORD,
                                    "eclipselink.weaving", "false",
                                    "eclipselink.cache.shared.default", "false")));
        } catch (Exception e) {
            throw new IllegalStateException("the database for the tests did not start", e);
        }
    }

    /** The programs stay for the next run, the data does not. */
    /** What a host hands to the module: it stands for the unit of work of the current thread. */
    public EntityManager proxy() {
        return (EntityManager)
                Proxy.newProxyInstance(
                        Database.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        (proxy, method, arguments) -> {
                            EntityManager entities =
                                    current.get()
                                            .orElseThrow(
                                                    () ->
                                                            new IllegalStateException(
                                                                    "no unit of work"));
                            try {
                                return method.invoke(entities, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** One unit of work that is committed, or rolled back when it is refused or only reads. */
    public <T> T inUnitOfWork(boolean changes, Supplier<T> work) {
        EntityManager entities = factory.createEntityManager();
        entities.getTransaction().begin();
        // From here on everything goes over one connection, as in the host.
        entities.unwrap(Connection.class);
        current.set(Optional.of(entities));
        boolean done = false;
        try {
            T result = work.get();
            done = changes;
            return result;
        } finally {
            current.remove();
            if (done) {
                entities.getTransaction().commit();
            } else {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** How many SELECTs the current unit of work's connection has run. */
    public int selects() {
        return Integer.parseInt(ask("SHOW SESSION STATUS LIKE 'Com_select'", 2));
    }

    /** Runs the statements of a script that is a resource, within a unit of work. */
    public void run(String script) {
        Connection connection = current.get().orElseThrow().unwrap(Connection.class);
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream(script));
                Statement statement = connection.createStatement()) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String step : sql.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!step.isBlank()) {
                    statement.execute(step);
                }
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(script, e);
        }
    }

    /** The first row's column of a query, within a unit of work. */
    public String ask(String sql, int column) {
        Connection connection = current.get().orElseThrow().unwrap(Connection.class);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

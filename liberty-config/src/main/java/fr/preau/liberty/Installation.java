package fr.preau.liberty;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.database.StartProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database and the settings that nodes on it share; for the demo and for tests. */
public final class Installation implements AutoCloseable {

    /** No node outside demo mode starts with a secret that begins so. */
    private static final String DEMO_SECRET = "demo-";

    /** A node that lives for a minute is not worth compiling well: it starts a fifth sooner. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final DemoFolder folder;
    private final Path liberty;
    private final EmbeddedMariaDb database;
    private final List<String> java;
    private final Map<String, String> settings = new HashMap<>();

    private Installation(
            DemoFolder folder, Path liberty, EmbeddedMariaDb database, List<String> java) {
        this.folder = folder;
        this.liberty = liberty;
        this.database = database;
        this.java = java;
    }

    /**
     * Starts the database, whose data outlives a crash of the machine.
     *
     * @param folder keeps its data
     * @param liberty the folder {@code wlp} of the assembled server
     * @param tenants the folder of the collèges' descriptors
     */
    public static Installation open(
            DemoFolder folder, Path liberty, Path tenants, StartProgress progress)
            throws IOException {
        folder.create();
        EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.database(), 0, progress);
        return on(database, folder, liberty, tenants, List.of());
    }

    /** Starts a database that is fast and empty, and whose data is not to be kept. */
    public static Installation openForTests(DemoFolder folder, Path liberty, Path tenants)
            throws IOException {
        folder.create();
        EmbeddedMariaDb database = EmbeddedMariaDb.startForTests(folder.database());
        return on(database, folder, liberty, tenants, SHORT_LIVED);
    }

    private static Installation on(
            EmbeddedMariaDb database,
            DemoFolder folder,
            Path liberty,
            Path tenants,
            List<String> java)
            throws IOException {
        try {
            database.createUsers(folder.secret("application"), folder.secret("schema"));
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
        Installation installation = new Installation(folder, liberty, database, java);
        installation.settings.putAll(
                Map.of(
                        "PREAU_DB_PORT", Integer.toString(database.port()),
                        "PREAU_DB_APPLICATION_PASSWORD", folder.secret("application"),
                        "PREAU_DB_SCHEMA_PASSWORD", folder.secret("schema"),
                        "PREAU_SECRET", DEMO_SECRET + folder.secret("sessions"),
                        "PREAU_TENANTS", tenants.toString(),
                        "PREAU_PLUGINS", folder.plugins().toString(),
                        "PREAU_IMPORTS", folder.deliveries().toString(),
                        "PREAU_WORK", folder.work().toString(),
                        // Browsers keep a secure cookie of http://localhost, other programs don't.
                        "PREAU_COOKIE_SECURE", "false"));
        return installation;
    }

    public DemoFolder folder() {
        return folder;
    }

    public EmbeddedMariaDb database() {
        return database;
    }

    /** Where the database writes what it does. */
    public Path databaseLog() {
        return EmbeddedMariaDb.log(folder.database());
    }

    /** One more setting for the nodes that are started afterwards. */
    public Installation with(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Starts a node on this database; any number of them serve the same users. */
    public LibertyNode startNode(String name, int port) throws IOException {
        return startNode(name, port, Map.of());
    }

    /**
     * Starts a node on this database.
     *
     * @param different settings in which it differs from the others
     */
    public LibertyNode startNode(String name, int port, Map<String, String> different)
            throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.put("PREAU_NODE", name);
        own.putAll(different);
        return LibertyNode.start(
                liberty, java, folder.root().resolve("nodes").resolve(name), port, own);
    }

    @Override
    public void close() {
        database.close();
    }
}

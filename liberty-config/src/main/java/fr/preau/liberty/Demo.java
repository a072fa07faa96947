package fr.preau.liberty;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.database.FolderInUse;
import fr.preau.database.FolderLock;
import fr.preau.database.NoDatabaseForThisMachine;
import fr.preau.payfip.PayFipSimulator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code mvn -Pdemo}: brings up a whole département on this machine and says in plain words what it
 * is doing.
 *
 * <p>All is done by one thread, which closes what it opened when it is interrupted, when something
 * fails, and when the server or the database ends by itself.
 */
public final class Demo {

    private static final int PORT = Integer.getInteger("preau.port", 9080);

    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** The loggers of what runs inside this process; kept here, or they would be forgotten. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.mariadb"));

    private final Terminal terminal;
    private final DemoFolder folder;
    private final Path tenants;
    private final Path liberty;
    private final Path builtPlugins;

    private Demo(Terminal terminal, Path project, Path liberty, Path builtPlugins) {
        this.terminal = terminal;
        this.folder = new DemoFolder(project.resolve(".preau"));
        this.tenants = project.resolve("tenants").resolve("hauts-de-seine");
        this.liberty = liberty;
        this.builtPlugins = builtPlugins;
    }

    /**
     * @param arguments the top of the project, the folder of the assembled server, the folder of
     *     the built plugins
     */
    public static void main(String[] arguments) throws DemoFailed {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        Terminal terminal = new Terminal();
        Demo demo =
                new Demo(
                        terminal,
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Path.of(arguments[2]));
        CtrlC ctrlC = CtrlC.listen(terminal);
        try {
            demo.run();
        } catch (DemoFailed e) {
            if (!ctrlC.isWhy()) {
                terminal.say(String.valueOf(e.getMessage()));
                throw e;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (!ctrlC.isWhy()) {
                String failure = "La démonstration n’a pas pu continuer\u00a0: " + e.getMessage();
                terminal.say(failure);
                throw new DemoFailed(failure, e);
            }
        } finally {
            ctrlC.closed();
        }
    }

    private void run() throws DemoFailed, IOException, InterruptedException {
        try (FolderLock ours = FolderLock.take(folder.root())) {
            checkPort();
            if (Boolean.getBoolean("preau.fresh")) {
                terminal.say("Effacement des données de la démonstration précédente.");
                folder.erase();
            }
            open();
        } catch (FolderInUse e) {
            throw new DemoFailed(
                    "Une démonstration tourne déjà dans ce dossier\u00a0: arrêtez-la d’abord, par"
                            + " Ctrl-C dans son terminal. Rien n’a été changé.",
                    e);
        }
    }

    private static void checkPort() throws DemoFailed {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT));
        } catch (IOException e) {
            throw new DemoFailed(
                    "Le port "
                            + PORT
                            + " est déjà pris\u00a0: arrêtez ce qui l’occupe, ou choisissez-en un"
                            + " autre avec -Dpreau.port=9090.",
                    e);
        }
    }

    private void open() throws DemoFailed, IOException, InterruptedException {
        folder.create();
        copyPlugins();
        terminal.say("Invention des élèves, des familles et des équipes.");
        InventedDeliveries deliveries = InventedDeliveries.plan(tenants, folder);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> deliverFirst(deliveries));
        try (PayFipSimulator payFip = PayFipSimulator.start(0, site -> site, Clock.systemUTC());
                Installation installation = openDatabase()) {
            await(first);
            installation
                    .with("PREAU_DEMO", "true")
                    .with("PREAU_DEMO_SERVERS", "www.payfip.gouv.fr=" + payFip.base())
                    .with("PREAU_DIAGNOSTICS", "true")
                    .with("PREAU_DEMO_ROSTER", folder.roster().toString());
            try (LibertyNode node = installation.startNode("preau-1", PORT)) {
                awaitReady(node);
                new OpenDemo(terminal, node, installation, deliveries).run();
            }
        }
    }

    private void copyPlugins() throws IOException {
        for (Path jar : BuiltModules.jars(builtPlugins)) {
            Files.copy(
                    jar,
                    folder.plugins().resolve(jar.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deliverFirst(InventedDeliveries deliveries) {
        try {
            deliveries.writeRoster();
            deliveries.deliverFirst();
        } catch (IOException e) {
            throw new IllegalStateException("the first collèges can't be written", e);
        }
    }

    private static void await(CompletableFuture<Void> delivered)
            throws DemoFailed, InterruptedException {
        try {
            delivered.get();
        } catch (ExecutionException e) {
            throw new DemoFailed("Les fichiers des premiers collèges n’ont pas pu être écrits.", e);
        }
    }

    private Installation openDatabase() throws DemoFailed, IOException {
        try {
            return Installation.open(folder, liberty, tenants, new DatabaseProgress(terminal));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (NoDatabaseForThisMachine e) {
            throw new DemoFailed(
                    "La base de données n’existe pas pour cette machine ("
                            + e.machine()
                            + ")\u00a0: il faut Linux ou Windows sur x86-64, ou macOS sur arm64.",
                    e);
        } catch (IOException e) {
            throw new DemoFailed(
                    "MariaDB n’a pas démarré\u00a0; son journal est "
                            + EmbeddedMariaDb.log(folder.database()),
                    e);
        }
    }

    private void awaitReady(LibertyNode node) throws DemoFailed, IOException, InterruptedException {
        terminal.say("Démarrage d’Open Liberty (une vingtaine de secondes la première fois).");
        try {
            node.awaitReady(LONGEST_START, new Patience(terminal, "Open Liberty démarre encore."));
        } catch (NodeFailed e) {
            throw new DemoFailed(
                    "Le serveur n’a pas démarré\u00a0; son journal est " + node.log(), e);
        }
        terminal.say("Le serveur répond.");
    }
}

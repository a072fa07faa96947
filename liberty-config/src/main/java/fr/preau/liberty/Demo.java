package fr.preau.liberty;

import fr.preau.database.StartProgress;
import fr.preau.tenants.people.DemoPerson;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvn -Pdemo}: brings up a whole département on this machine and says in plain words what it
 * is doing.
 */
public final class Demo {

    private static final int PORT = Integer.getInteger("preau.port", 9080);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable LibertyNode> running = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** The loggers of what runs inside this process; kept here, or they would be forgotten. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.mariadb"));

    private Demo() {}

    /**
     * @param arguments the top of the project, the folder of the assembled server, the folder of
     *     the built plugins
     */
    public static void main(String[] arguments) throws Exception {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        new Demo().run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private void run(Path project, Path liberty, Path builtPlugins) throws Exception {
        DemoFolder folder = new DemoFolder(project.resolve(".preau"));
        Path tenants = project.resolve("tenants").resolve("hauts-de-seine");
        if (!isFree(PORT)) {
            say(
                    "Le port "
                            + PORT
                            + " est déjà pris : arrêtez ce qui l’occupe, ou choisissez-en un"
                            + " autre avec -Dpreau.port=9090.");
            throw new IllegalStateException("port " + PORT + " is taken");
        }
        if (Boolean.getBoolean("preau.fresh")) {
            say("Effacement des données de la démonstration précédente.");
            folder.erase();
        }
        folder.create();
        copyPlugins(builtPlugins, folder.plugins());

        say("Démarrage de MariaDB, et invention des élèves, des familles et des équipes.");
        InventedDeliveries deliveries = InventedDeliveries.plan(tenants, folder);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> deliverFirst(deliveries));
        Installation installation =
                Installation.open(folder, liberty, tenants, StartProgress.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(installation), "preau-stop"));
        first.join();
        installation
                .with("PREAU_DEMO", "true")
                .with("PREAU_DIAGNOSTICS", "true")
                .with("PREAU_DEMO_ROSTER", folder.roster().toString());

        say("Démarrage d’Open Liberty (une vingtaine de secondes la première fois).");
        LibertyNode node = installation.startNode("preau-1", PORT);
        running.set(node);
        node.awaitReady(Duration.ofMinutes(5), () -> {});
        say("Préau répond. Import des premiers collèges.");
        DemoClient client = new DemoClient(node.address(), InventedDeliveries.PASSWORD);
        client.awaitSignIn("parent.sevres", Duration.ofMinutes(5));
        new DemoMessages(client).write();
        welcome(node, deliveries.people());

        Thread rest = new Thread(() -> deliverRest(deliveries), "preau-deliveries");
        rest.setDaemon(true);
        rest.start();
        client.followImports(deliveries.active(), line -> say(line));
        stopped.await();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copyPlugins(Path from, Path to) throws IOException {
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                Files.copy(jar, to.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void deliverFirst(InventedDeliveries deliveries) {
        try {
            deliveries.writeRoster();
            deliveries.deliverFirst();
        } catch (IOException e) {
            throw new IllegalStateException("the first collèges can't be written", e);
        }
    }

    private void deliverRest(InventedDeliveries deliveries) {
        try {
            deliveries.deliverRest();
        } catch (IOException e) {
            say("Les autres collèges n’ont pas pu être écrits : " + e.getMessage());
        }
    }

    private void welcome(LibertyNode node, List<DemoPerson> people) {
        out.println();
        out.println("  Préau est ouvert :  " + node.address());
        out.println();
        out.println(
                "  Comptes de démonstration (mot de passe : " + InventedDeliveries.PASSWORD + ")");
        out.printf("    %-18s %s%n", "departement", "Opérateur du Département");
        people.forEach(person -> out.printf("    %-18s %s%n", person.login(), person.label()));
        out.println();
        out.println("  Les autres collèges se remplissent ; on peut déjà se connecter.");
        out.println("  Ctrl-C arrête tout, les données restent ; pour repartir de zéro :");
        out.println("  mvn -Pdemo -Dpreau.fresh=true");
        out.println();
    }

    private void stop(Installation installation) {
        say("Arrêt du serveur, puis de la base.");
        LibertyNode node = running.get();
        if (node != null) {
            node.close();
        }
        installation.close();
        say("Tout est arrêté ; les données sont gardées.");
        stopped.countDown();
    }

    private void say(String line) {
        out.printf("[%4d s] %s%n", (System.nanoTime() - start) / 1_000_000_000, line);
    }
}

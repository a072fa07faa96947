package fr.preau.liberty;

import fr.preau.tenants.people.DemoPerson;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The demo from the moment its server answers: the people come in, until something ends it. */
final class OpenDemo {

    /** Asking more often would slow down what one waits for. */
    private static final int LOOK_SECONDS = 2;

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Whoever can be signed in has the children of both first collèges. */
    private static final String FIRST = "parent.sevres";

    private final Terminal terminal;
    private final LibertyNode node;
    private final Installation installation;
    private final InventedDeliveries deliveries;
    private final DemoClient client;
    private final CompletableFuture<Object> gone;
    private ImportCount said;

    OpenDemo(
            Terminal terminal,
            LibertyNode node,
            Installation installation,
            InventedDeliveries deliveries) {
        this.terminal = terminal;
        this.node = node;
        this.installation = installation;
        this.deliveries = deliveries;
        this.client = new DemoClient(node.address(), InventedDeliveries.PASSWORD);
        this.gone = CompletableFuture.anyOf(node.ended(), installation.database().ended());
        this.said = new ImportCount(0, 0, deliveries.active(), 0);
    }

    /** Goes on until the thread is interrupted, or the server or the database ends by itself. */
    void run() throws DemoFailed, InterruptedException {
        awaitFirstPeople();
        new DemoMessages(client).write();
        LocalDate today = LocalDate.now(PARIS);
        new DemoCanteen(client, today).open();
        new DemoInvoices(client, installation, today).write();
        welcome();
        Thread rest = new Thread(this::deliverRest, "preau-deliveries");
        rest.setDaemon(true);
        rest.start();
        try {
            while (!said.complete()) {
                pause();
                tellNews();
            }
            while (true) {
                pause();
            }
        } finally {
            rest.interrupt();
        }
    }

    private void awaitFirstPeople() throws DemoFailed, InterruptedException {
        if (client.canSignIn(FIRST)) {
            terminal.say("Les données de la dernière fois sont là.");
        } else {
            terminal.say("Import des collèges des comptes de démonstration.");
            Patience patience = new Patience(terminal, "L’import continue.");
            while (!client.canSignIn(FIRST)) {
                pause();
                patience.run();
            }
        }
        client.imports(deliveries.active())
                .ifPresent(
                        count -> {
                            said = count;
                            terminal.say(count.line());
                        });
    }

    private void tellNews() throws InterruptedException {
        Optional<ImportCount> now = client.imports(deliveries.active());
        now.flatMap(count -> count.newsSince(said))
                .ifPresent(
                        line -> {
                            terminal.say(line);
                            said = now.orElseThrow();
                        });
    }

    /** Waits a moment, unless the server or the database is gone. */
    private void pause() throws DemoFailed, InterruptedException {
        try {
            gone.get(LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process can't be seen", e);
        }
        throw node.isAlive()
                ? new DemoFailed(
                        "La base de données s’est arrêtée d’elle-même\u00a0; son journal est "
                                + installation.databaseLog())
                : new DemoFailed(
                        "Le serveur s’est arrêté de lui-même\u00a0; son journal est " + node.log());
    }

    private void deliverRest() {
        try {
            deliveries.deliverRest();
        } catch (IOException e) {
            terminal.say("Les autres collèges n’ont pas pu être écrits\u00a0: " + e.getMessage());
        }
    }

    private void welcome() {
        terminal.print("");
        terminal.print("  Préau est ouvert\u00a0:  " + node.address());
        terminal.print("");
        terminal.print(
                "  Comptes de démonstration (mot de passe\u00a0: "
                        + InventedDeliveries.PASSWORD
                        + ")");
        print("departement", "Opérateur du Département");
        for (DemoPerson person : deliveries.people()) {
            print(person.login(), person.label());
        }
        terminal.print("");
        if (!said.complete()) {
            terminal.print(
                    "  Les autres collèges se remplissent\u00a0; on peut déjà se connecter.");
        }
        terminal.print(
                "  Ctrl-C arrête tout, les données restent\u00a0; pour repartir de zéro\u00a0:");
        terminal.print("  mvn -Pdemo -Dpreau.fresh=true");
        terminal.print("");
    }

    private void print(String login, String label) {
        terminal.print(String.format("    %-25s %s", login, label));
    }
}

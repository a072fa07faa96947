package fr.preau.liberty.e2e;

import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.liberty.BuiltModules;
import fr.preau.liberty.DemoFolder;
import fr.preau.liberty.FreePort;
import fr.preau.liberty.Installation;
import fr.preau.liberty.InventedDeliveries;
import fr.preau.liberty.LibertyNode;
import fr.preau.payfip.PayFipSimulator;
import fr.preau.tenants.Departement;
import fr.preau.tenants.DescriptorFolder;
import fr.preau.tenants.people.DemoPerson;
import fr.preau.tenants.people.InventedDepartement;
import fr.preau.tenants.people.aaf.AafExport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One database and one node, started once for all tests that ask for it: five collèges, three of
 * them with their people. With the property {@code preau.whole} it is the whole département.
 */
public final class RunningPreau implements ParameterResolver {

    /** The collège of the demo accounts. */
    static final String COLLEGE = "sevres";

    /** Where the guardian of the demo has the other child. */
    static final String NEIGHBOUR = "meudon-bel-air";

    /** Where none of the demo accounts belongs. */
    static final String ELSEWHERE = "chaville";

    /** All collèges but where a test needs the whole département. */
    private static final List<String> SOME =
            List.of(COLLEGE, NEIGHBOUR, ELSEWHERE, "sceaux-lakanal", "sceaux-marie-curie");

    private static final String DEPARTEMENT = "departement.yaml";

    private static @Nullable Preau running;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Preau.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared();
    }

    /** JUnit's own stores end with each class where several processes test at once. */
    private static synchronized Preau shared() {
        Preau preau = running;
        if (preau == null) {
            preau = Preau.start();
            running = preau;
        }
        return preau;
    }

    /** What runs, and the way to it. */
    static final class Preau implements AutoCloseable {

        private final Installation installation;
        private final List<DemoPerson> people;
        private final int active;
        private final PayFipSimulator payFip;
        private LibertyNode node;
        private final Thread hook = new Thread(this::stop, "preau-stop");

        private Preau(
                Installation installation,
                LibertyNode node,
                List<DemoPerson> people,
                int active,
                PayFipSimulator payFip) {
            this.installation = installation;
            this.node = node;
            this.people = people;
            this.active = active;
            this.payFip = payFip;
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private static Preau start() {
            DemoFolder folder = new DemoFolder(setting("preau.e2e"));
            try {
                folder.erase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try {
                return Boolean.getBoolean("preau.whole")
                        ? start(folder, setting("preau.tenants"))
                        : start(folder, someColleges(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A database of its own, for what leaves nothing as it was. */
        Preau another(String name) throws IOException {
            DemoFolder folder = new DemoFolder(setting("preau.e2e").resolveSibling(name));
            folder.erase();
            return start(folder, someColleges(folder));
        }

        private static Path someColleges(DemoFolder folder) throws IOException {
            return copySome(folder.root().resolve("tenants"));
        }

        /** To open all of them takes longer than most tests. */
        static Path copySome(Path tenants) throws IOException {
            Files.createDirectories(tenants);
            try (Stream<Path> all = Files.list(setting("preau.tenants"))) {
                for (Path descriptor : all.filter(Preau::isOfSome).toList()) {
                    Files.copy(descriptor, tenants.resolve(descriptor.getFileName()));
                }
            }
            String departement = Files.readString(setting("preau.tenants").resolve(DEPARTEMENT));
            Files.writeString(
                    tenants.resolve(DEPARTEMENT),
                    departement.replaceFirst("(prepared-smallest:) \\d+", "$1 0"));
            return tenants;
        }

        private static boolean isOfSome(Path descriptor) {
            String name = descriptor.getFileName().toString();
            return SOME.stream().anyMatch(slug -> name.endsWith("-" + slug + ".yaml"));
        }

        private static Preau start(DemoFolder folder, Path tenants) {
            try {
                folder.create();
                copyPlugins(folder.plugins());
                List<DemoPerson> people = deliver(folder, tenants);
                PayFipSimulator payFip = PayFipSimulator.start(0, site -> site, Clock.systemUTC());
                Installation installation =
                        Installation.openForTests(folder, setting("preau.liberty"), tenants)
                                .with("PREAU_DEMO", "true")
                                .with("PREAU_DEMO_SERVERS", "www.payfip.gouv.fr=" + payFip.base())
                                .with("PREAU_DEMO_ROSTER", folder.roster().toString())
                                .with("PREAU_DIAGNOSTICS", "true");
                LibertyNode node = installation.startNode("preau-1", FreePort.find());
                Preau preau = new Preau(installation, node, people, active(tenants), payFip);
                node.awaitReady(Duration.ofMinutes(5), () -> {});
                preau.awaitPeople();
                return preau;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Préau started", e);
            } catch (Exception e) {
                throw new IllegalStateException("Préau did not start", e);
            }
        }

        private static List<DemoPerson> deliver(DemoFolder folder, Path tenants)
                throws IOException {
            InventedDeliveries deliveries = InventedDeliveries.plan(tenants, folder);
            deliveries.writeRoster();
            deliveries.deliverFirst();
            Departement departement = departement(tenants);
            new AafExport(new InventedDepartement(departement, InventedDepartement.DEMO_SEED))
                    .write(departement.college(ELSEWHERE).orElseThrow().uai(), folder.deliveries());
            return deliveries.people();
        }

        private static Departement departement(Path tenants) throws IOException {
            return DescriptorFolder.read(tenants, BuiltModules.ids(setting("preau.plugins")));
        }

        private static int active(Path tenants) throws IOException {
            return departement(tenants).active().size();
        }

        private static void copyPlugins(Path to) throws IOException {
            try (Stream<Path> jars = Files.list(setting("preau.plugins"))) {
                for (Path jar : jars.toList()) {
                    Files.copy(
                            jar,
                            to.resolve(jar.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }

        /** Three imports, and the demo accounts that come with them. */
        private void awaitPeople() {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> logins().stream().allMatch(this::canSignIn));
            Visitor operator = api("departement");
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () ->
                                    operator.get("/departement/colleges")
                                                    .json()
                                                    .getJsonObject("totals")
                                                    .getInt("imported")
                                            == 3);
        }

        /** A collège begins with its modules when it is opened, which goes on behind. */
        void awaitEveryCollege() {
            Visitor operator = api("departement");
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () ->
                                    operator
                                            .get("/departement/modules")
                                            .json()
                                            .getJsonArray("modules")
                                            .getValuesAs(JsonObject.class)
                                            .stream()
                                            .filter(
                                                    module ->
                                                            module.getString("id")
                                                                    .equals("communication"))
                                            .anyMatch(
                                                    module -> module.getInt("enabled") == active));
        }

        private boolean canSignIn(String login) {
            return Visitor.at(node.address()).typed(login, InventedDeliveries.PASSWORD).status()
                    == 200;
        }

        /** All demo accounts. */
        List<String> logins() {
            return Stream.concat(Stream.of("departement"), people.stream().map(DemoPerson::login))
                    .toList();
        }

        DemoPerson person(String login) {
            return people.stream().filter(p -> p.login().equals(login)).findFirst().orElseThrow();
        }

        Installation installation() {
            return installation;
        }

        /** Who plays PayFiP for it. */
        PayFipSimulator payFip() {
            return payFip;
        }

        LibertyNode node() {
            return node;
        }

        /** Ends the node as a crash does, and starts it again at the same address. */
        void killAndStartAgain(Runnable meanwhile) throws Exception {
            int port = node.address().getPort();
            node.kill();
            meanwhile.run();
            node = installation.startNode("preau-1", port);
            node.awaitReady(Duration.ofMinutes(3), () -> {});
        }

        /** The database as the user who may change everything in it, for what no page can do. */
        Connection database() throws SQLException {
            return installation
                    .database()
                    .connect(EmbeddedMariaDb.SCHEMA_USER, installation.folder().secret("schema"));
        }

        /** The first value of the answer; what is being written now counts too. */
        String ask(String sql) throws SQLException {
            try (Connection connection = database();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED");
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    return String.valueOf(row.getString(1));
                }
            }
        }

        void change(String sql) throws SQLException {
            try (Connection connection = database();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        }

        void awaitAnswer(Duration longest, String sql, String answer) {
            await().atMost(longest).ignoreExceptions().until(() -> ask(sql).equals(answer));
        }

        /** The jar of communication in the folder of modules. */
        ModuleJar communication() {
            return new ModuleJar(
                    setting("preau.plugins").resolve("preau-communication.jar"),
                    installation.folder().plugins());
        }

        /** The SHA-256 of a release that the catalogue has. */
        String release(String module, String version) {
            return api("departement")
                    .get("/departement/catalogue/" + module)
                    .json()
                    .getJsonArray("releases")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(release -> release.getString("version").equals(version))
                    .map(release -> release.getString("sha256"))
                    .findFirst()
                    .orElseThrow();
        }

        /** Removes a module, as an operator does, and waits until it is gone. */
        void remove(String module) {
            Visitor operator = api("departement");
            String removal = "/departement/catalogue/" + module + "/removal";
            String release = operator.get(removal).json().getString("release", "");
            operator.json("POST", removal, "{\"release\": \"" + release + "\"}");
            await().atMost(Duration.ofSeconds(30)).until(() -> !modules().containsKey(module));
        }

        /** What the node says of its modules: the version of each, and the reason of each jar. */
        JsonObject modules() {
            return nobody().get("/health/ready").json().getJsonArray("checks").stream()
                    .map(check -> (JsonObject) check)
                    .filter(check -> check.getString("name").equals("modules"))
                    .map(check -> check.getJsonObject("data"))
                    .findFirst()
                    .orElseThrow();
        }

        /** Someone who is not signed in. */
        Visitor nobody() {
            return Visitor.at(node.address());
        }

        /** A demo account whose program shows a bearer token. */
        Visitor api(String login) {
            return nobody().withToken(login);
        }

        /** A demo account whose browser keeps a cookie. */
        Visitor browser(String login) {
            return nobody().withCookie(login);
        }

        /** Another node on the same database. */
        LibertyNode anotherNode(String name) throws IOException {
            return anotherNode(name, Map.of());
        }

        /** Another node that differs from this one in some settings. */
        LibertyNode anotherNode(String name, Map<String, String> different) throws IOException {
            return installation.startNode(name, FreePort.find(), different);
        }

        /** A database of its own, on which no demo ever ran. */
        Installation freshInstallation(String name) throws Exception {
            DemoFolder folder = new DemoFolder(setting("preau.e2e").resolveSibling(name));
            folder.erase();
            folder.create();
            copyPlugins(folder.plugins());
            return Installation.openForTests(
                    folder, setting("preau.liberty"), someColleges(folder));
        }

        private static Path setting(String name) {
            String value = System.getProperty(name);
            if (value == null) {
                throw new IllegalStateException(
                        "the tests are run by Maven, which sets " + name + ": mvn verify");
            }
            return Path.of(value);
        }

        private void stop() {
            node.close();
            installation.close();
            payFip.close();
        }

        @Override
        public void close() {
            Runtime.getRuntime().removeShutdownHook(hook);
            stop();
        }
    }
}

package fr.preau.core.releases;

import fr.preau.api.directory.Directory;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.modules.ModuleSwitchboard;
import fr.preau.core.persistence.PersistenceUnits;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.plugins.trust.JarExamination;
import fr.preau.core.plugins.trust.JarLimits;
import fr.preau.core.plugins.trust.KnownPublishers;
import fr.preau.core.plugins.trust.SignerJudgement;
import fr.preau.core.plugins.trust.TimestampAuthorities;
import fr.preau.core.plugins.trust.TrustRule;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One node's way from its folder to what runs, on the database that all nodes share. */
public final class ANode implements AutoCloseable {

    final Path jars;
    final PluginHost host;
    final DesiredModules desired;
    final ReleaseStore store;
    final AuditLog audit;
    final ModuleIntake intake;
    final ModuleReconciler reconciler;
    private final HandClock clock;
    private Predicate<LivePlugin> lacking = plugin -> false;
    private Predicate<LivePlugin> needed = plugin -> false;
    private final ExecutorService behind = Executors.newSingleThreadExecutor();

    /**
     * @param open whether it runs whatever it is given
     */
    public ANode(String name, UnitsOfWork units, HandClock clock, boolean open) {
        this(name, units, clock, open, TrustRule.OPEN);
    }

    ANode(String name, UnitsOfWork units, HandClock clock, boolean open, TrustRule rule) {
        this.clock = clock;
        try {
            Path work = Files.createTempDirectory(Path.of("target"), "modules");
            this.jars = Files.createDirectory(work.resolve("jars"));
            this.host =
                    new PluginHost(
                            work.resolve("felix"),
                            units,
                            new PersistenceUnits(units),
                            nobodysDirectory(),
                            clock,
                            behind,
                            Executors.defaultThreadFactory());
            this.audit = new AuditLog(units, clock, PlatformTables.IDS);
            this.desired = new DesiredModules(units, audit, clock);
            this.store =
                    new ReleaseStore(
                            units, clock, examination(KnownPublishers.none(), clock), rule);
            this.intake = new ModuleIntake(jars, store, desired, open);
            this.reconciler =
                    new ModuleReconciler(
                            store,
                            desired,
                            host,
                            units,
                            work.resolve("cache"),
                            name,
                            clock,
                            plugin -> lacking.test(plugin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JarExamination examination(KnownPublishers publishers, HandClock clock) {
        return new JarExamination(
                publishers,
                new SignerJudgement(TimestampAuthorities.ofTheJdk(clock), clock),
                JarLimits.USUAL);
    }

    private static Directory nobodysDirectory() {
        return (Directory)
                Proxy.newProxyInstance(
                        Directory.class.getClassLoader(),
                        new Class<?>[] {Directory.class},
                        (self, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        });
    }

    /** Keeps the versions that this says are needed. */
    void keepsWhatIsNeeded(ModuleSwitchboard switchboard) {
        lacking = switchboard::lacksItsPredecessor;
        needed = switchboard::isNeeded;
    }

    /** What a node does at its start. */
    public void start() {
        desired.refresh();
        intake.takeAll();
        pass();
    }

    public PluginHost host() {
        return host;
    }

    /** The folder into which jars are put. */
    public Path jars() {
        return jars;
    }

    /** Puts another jar into the folder and lets the node take it. */
    public void put(GardenBundle garden, String file) {
        try {
            Files.setLastModifiedTime(garden.into(jars, file), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        look();
    }

    /** So many looks that whatever is there now is taken. */
    void look() {
        for (int i = 0; i < 2; i++) {
            desired.refresh();
            intake.lookAgain();
            pass();
        }
    }

    /** Without the folder: what another node or the console has changed. */
    void pass() {
        desired.refresh();
        reconciler.reconcile();
        host.retire(needed);
    }

    /** Waits until the versions that were replaced have ended. */
    void awaitEnd() throws Exception {
        behind.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }

    String running() {
        return host.find("garden").map(plugin -> plugin.manifest().version()).orElse("none");
    }

    String reason(String file) {
        return intake.refused().stream()
                .filter(jar -> jar.file().equals(file))
                .map(RefusedJar::reason)
                .findFirst()
                .orElse("none");
    }

    String failure() {
        return reconciler.failure("garden").orElse("none");
    }

    int tries() {
        return reconciler.tries("garden");
    }

    @Override
    public void close() {
        host.close();
        behind.shutdown();
    }
}

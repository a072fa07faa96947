package fr.preau.core.plugins;

import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Permission;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.plugins.gate.ModuleThreads;
import fr.preau.core.plugins.manifest.PlacePart;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.MigrationScripts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * One version of a plugin that runs.
 *
 * <p>Its life: it is loaded and serves; when a newer version takes its place it lets nobody in any
 * more, waits until the last request has left, and is closed.
 */
public final class LivePlugin {

    private final PluginManifest manifest;
    private final String release;
    private final Set<Permission> granted;
    private final LivePart college;
    private final LivePart departement;
    private final ResourceBundle texts;
    private final MigrationScripts scripts;
    private final RecordJson json;
    private final ModuleContract contract;
    private final InputCheck inputCheck;
    private final ModuleThreads threads;
    private final Runnable close;
    private int inside;
    private boolean draining;

    /**
     * @param release the SHA-256 of its jar
     * @param granted what it may see and do
     * @param json of this version; closed by whoever made it
     * @param threads makes the threads of its own
     * @param close gives back the bundle
     * @throws PluginRefused when what the plugin offers does not fit what its manifest says
     */
    LivePlugin(
            PluginManifest manifest,
            String release,
            Set<Permission> granted,
            Plugin plugin,
            RecordJson json,
            ResourceBundle texts,
            MigrationScripts scripts,
            ThreadFactory threads,
            Runnable close)
            throws PluginRefused {
        this.manifest = manifest;
        this.release = release;
        this.granted = Set.copyOf(granted);
        Map<String, Card<?>> cards = cards(plugin);
        this.college = part(manifest, manifest.college(), plugin, cards, texts, false);
        PlacePart there = manifest.departement().orElse(PlacePart.NOTHING);
        this.departement = part(manifest, there, plugin, cards, texts, true);
        if (!cards.isEmpty()) {
            throw new PluginRefused(
                    manifest.id()
                            + ": its manifest has no card "
                            + String.join(", ", cards.keySet()));
        }
        if (manifest.departement().isEmpty() && !departement.routes().routes().isEmpty()) {
            throw new PluginRefused(
                    manifest.id()
                            + ": its manifest has no part « departement », which "
                            + departement.routes().routes().get(0)
                            + " is for");
        }
        this.texts = texts;
        this.scripts = scripts;
        this.close = close;
        this.json = json;
        this.contract = contract(manifest, plugin, json);
        // Last, for they must be closed: nothing fails after them.
        this.inputCheck = new InputCheck();
        this.threads = new ModuleThreads(threads);
    }

    /** What it shows at collèges, or at the Département's own place. */
    private static LivePart part(
            PluginManifest manifest,
            PlacePart declared,
            Plugin plugin,
            Map<String, Card<?>> cards,
            ResourceBundle texts,
            boolean departement)
            throws PluginRefused {
        List<Route<?, ?>> routes =
                plugin.routes().stream()
                        .filter(route -> route.callers().departement() == departement)
                        .toList();
        return LivePart.of(manifest.id(), declared, routes, cards, texts);
    }

    private static Map<String, Card<?>> cards(Plugin plugin) {
        Map<String, Card<?>> coded = new HashMap<>();
        plugin.cards().forEach(card -> coded.put(card.id(), card));
        return coded;
    }

    public PluginManifest manifest() {
        return manifest;
    }

    public String id() {
        return manifest.id();
    }

    /** The SHA-256 of its jar. */
    public String release() {
        return release;
    }

    public boolean isRelease(String sha256) {
        return release.equals(sha256);
    }

    /** What it may see and do. */
    public Set<Permission> granted() {
        return granted;
    }

    /** What it shows at a place. */
    public LivePart at(Uai place) {
        return place.isDepartement() ? departement : college;
    }

    /** What it shows at every collège. */
    public LivePart atColleges() {
        return college;
    }

    /** All its routes, wherever they stand. */
    public List<Route<?, ?>> routes() {
        return Stream.of(college, departement)
                .flatMap(part -> part.routes().routes().stream())
                .toList();
    }

    /** Its texts in French. */
    public ResourceBundle texts() {
        return texts;
    }

    public MigrationScripts scripts() {
        return scripts;
    }

    private static ModuleContract contract(PluginManifest manifest, Plugin plugin, RecordJson json)
            throws PluginRefused {
        try {
            return new ModuleContract(ManifestWords.of(manifest), plugin, json);
        } catch (IllegalArgumentException e) {
            throw new PluginRefused(manifest.id() + ": " + e.getMessage(), e);
        }
    }

    /** What it brings for other modules, and for its time. */
    public ModuleContract contract() {
        return contract;
    }

    /** What its manifest says of its dealings with others. */
    public ModuleWords words() {
        return contract.words();
    }

    /** Writes its page records. */
    public RecordJson json() {
        return json;
    }

    /** Checks its input records. */
    public InputCheck inputCheck() {
        return inputCheck;
    }

    /** On which its code runs. */
    public ModuleThreads threads() {
        return threads;
    }

    /** Lets one call in, unless this version is on its way out. */
    synchronized boolean enter() {
        if (draining) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
        if (inside == 0) {
            notifyAll();
        }
    }

    /**
     * Lets nobody in any more and waits for the last one to leave.
     *
     * @return whether all have left in time
     */
    synchronized boolean drain(Duration longest) throws InterruptedException {
        draining = true;
        long end = System.nanoTime() + longest.toNanos();
        while (inside > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Gives back all that was made for it: its beans, its persistence unit, its class loader. */
    void close() {
        try (inputCheck;
                threads) {
            // Closed by this; what is closed after them is closed even if they fail.
        } finally {
            close.run();
        }
    }
}

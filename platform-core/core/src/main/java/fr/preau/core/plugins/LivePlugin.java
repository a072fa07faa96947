package fr.preau.core.plugins;

import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.Permission;
import fr.preau.api.plugin.Plugin;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.plugins.gate.ModuleThreads;
import fr.preau.core.plugins.manifest.DeclaredCard;
import fr.preau.core.plugins.manifest.DeclaredMenuEntry;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.routes.RouteTable;
import fr.preau.core.tenancy.MigrationScripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

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
    private final RouteTable routes;
    private final List<LiveCard> cards;
    private final List<ModuleMenuEntry> menu;
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
        this.routes = new RouteTable(plugin.routes());
        this.cards = cards(manifest, plugin);
        this.menu = menu(manifest, texts);
        this.texts = texts;
        this.scripts = scripts;
        this.close = close;
        this.json = json;
        this.contract = contract(manifest, plugin, json);
        // Last, for they must be closed: nothing fails after them.
        this.inputCheck = new InputCheck();
        this.threads = new ModuleThreads(threads);
    }

    /** Each card of the manifest with what the code does for it. */
    private static List<LiveCard> cards(PluginManifest manifest, Plugin plugin)
            throws PluginRefused {
        Map<String, Card<?>> coded = new HashMap<>();
        plugin.cards().forEach(card -> coded.put(card.id(), card));
        List<LiveCard> cards = new ArrayList<>();
        for (DeclaredCard declared : manifest.cards()) {
            Card<?> card = coded.remove(declared.id());
            if (card == null) {
                throw new PluginRefused(
                        manifest.id() + ": nothing is done for its card " + declared.id());
            }
            cards.add(new LiveCard(card, declared.profiles(), declared.asks()));
        }
        if (!coded.isEmpty()) {
            throw new PluginRefused(
                    manifest.id()
                            + ": its manifest has no card "
                            + String.join(", ", coded.keySet()));
        }
        return List.copyOf(cards);
    }

    /** The words are looked for now: a menu stands on every page, and may not fail there. */
    private static List<ModuleMenuEntry> menu(PluginManifest manifest, ResourceBundle texts)
            throws PluginRefused {
        List<ModuleMenuEntry> menu = new ArrayList<>();
        for (DeclaredMenuEntry entry : manifest.menu()) {
            String settingsKey = entry.settingsKey();
            menu.add(
                    new ModuleMenuEntry(
                            wordsOfMenu(manifest, texts, entry.textKey()),
                            entry.path(),
                            entry.also(),
                            entry.profiles(),
                            settingsKey == null
                                    ? null
                                    : wordsOfMenu(manifest, texts, settingsKey)));
        }
        return List.copyOf(menu);
    }

    private static String wordsOfMenu(PluginManifest manifest, ResourceBundle texts, String key)
            throws PluginRefused {
        if (!texts.containsKey(key)) {
            throw new PluginRefused(
                    manifest.id() + ": the text " + key + " of its menu is missing");
        }
        return texts.getString(key);
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

    public RouteTable routes() {
        return routes;
    }

    public List<LiveCard> cards() {
        return cards;
    }

    public List<ModuleMenuEntry> menu() {
        return menu;
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

package fr.preau.core.plugins;

import fr.preau.api.plugin.Card;
import fr.preau.api.plugin.MenuEntry;
import fr.preau.api.plugin.Plugin;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.routes.RouteTable;
import fr.preau.core.tenancy.MigrationScripts;
import java.time.Duration;
import java.util.List;
import java.util.ResourceBundle;

/**
 * One version of a plugin that runs.
 *
 * <p>Its life: it is loaded and serves; when a newer version takes its place it lets nobody in any
 * more, waits until the last request has left, and is closed.
 */
public final class LivePlugin {

    private final PluginManifest manifest;
    private final RouteTable routes;
    private final List<Card<?>> cards;
    private final List<MenuEntry> menu;
    private final ResourceBundle texts;
    private final MigrationScripts scripts;
    private final RecordJson json = new RecordJson();
    private final InputCheck inputCheck = new InputCheck();
    private final Runnable close;
    private int inside;
    private boolean draining;

    LivePlugin(
            PluginManifest manifest,
            Plugin plugin,
            ResourceBundle texts,
            MigrationScripts scripts,
            Runnable close) {
        this.manifest = manifest;
        this.routes = new RouteTable(plugin.routes());
        this.cards = List.copyOf(plugin.cards());
        this.menu = List.copyOf(plugin.menu());
        this.texts = texts;
        this.scripts = scripts;
        this.close = close;
    }

    public PluginManifest manifest() {
        return manifest;
    }

    public String id() {
        return manifest.id();
    }

    public RouteTable routes() {
        return routes;
    }

    public List<Card<?>> cards() {
        return cards;
    }

    public List<MenuEntry> menu() {
        return menu;
    }

    /** Its texts in French. */
    public ResourceBundle texts() {
        return texts;
    }

    public MigrationScripts scripts() {
        return scripts;
    }

    /** Writes its page records. */
    public RecordJson json() {
        return json;
    }

    /** Checks its input records. */
    public InputCheck inputCheck() {
        return inputCheck;
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
        json.close();
        inputCheck.close();
        close.run();
    }
}

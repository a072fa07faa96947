package fr.preau.api.plugin;

/** The plugin API as a whole. */
public final class PluginApi {

    /**
     * The version that a manifest's {@code api} speaks of (semantic versioning): a module that was
     * built on 1.x runs on every later 1.y.
     */
    public static final String VERSION = "1.1.0";

    private PluginApi() {}
}

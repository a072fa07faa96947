package fr.preau.core.plugins.manifest;

/** A plugin that can't run here, with the reason for the operator. */
public final class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public PluginRefused(String reason) {
        super(reason);
    }

    public PluginRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

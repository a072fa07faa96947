package fr.preau.core.plugins;

/**
 * What may go wrong inside a plugin: anything. A plugin that was built against another API throws
 * errors, not exceptions, and they are no more the node's than the others.
 */
public final class PluginFault {

    private PluginFault() {}

    /** Lets through what is wrong with the node itself, such as having no memory left. */
    public static void rethrowIfTheNodeIsBroken(Throwable thrown) {
        if (thrown instanceof VirtualMachineError broken
                && !(thrown instanceof StackOverflowError)) {
            throw broken;
        }
    }
}

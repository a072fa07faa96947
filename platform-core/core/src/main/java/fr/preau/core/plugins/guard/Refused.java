package fr.preau.core.plugins.guard;

/** How a module is told that it may not do what it just tried. */
public final class Refused {

    private Refused() {}

    /**
     * Stands before each forbidden call in a module's code.
     *
     * @param what the method, and why it is refused
     */
    public static void call(String what) {
        throw because(what);
    }

    static SecurityException because(String what) {
        return new SecurityException("a module may not use " + what);
    }
}

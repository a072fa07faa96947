package fr.preau.core.contracts;

/** What went wrong inside a module, in one line that holds none of its classes. */
public final class FaultNote {

    private static final int LONGEST = 500;

    private FaultNote() {}

    /** The line; what is wrong with the node itself, such as having no memory left, goes on. */
    public static String of(Throwable thrown) {
        if (thrown instanceof VirtualMachineError broken
                && !(thrown instanceof StackOverflowError)) {
            throw broken;
        }
        String line = line(thrown);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** A module's own exception may throw again when it is asked for its text. */
    private static String line(Throwable thrown) {
        try {
            return thrown.toString().lines().findFirst().orElse(thrown.getClass().getName());
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }
}

package fr.preau.core.plugins.weaving;

import java.util.Comparator;

/**
 * A place in a module's code that names something sensitive.
 *
 * @param category such as files, network or reflection
 * @param place the class and its method
 * @param what what it names there
 * @param held what becomes of it when it is called
 */
public record Mention(String category, String place, String what, Held held)
        implements Comparable<Mention> {

    private static final Comparator<Mention> ORDER =
            Comparator.comparing(Mention::category)
                    .thenComparing(Mention::place)
                    .thenComparing(Mention::what)
                    .thenComparing(Mention::held);

    @Override
    public int compareTo(Mention other) {
        return ORDER.compare(this, other);
    }

    /** What becomes of a sensitive call. */
    public enum Held {
        /** It throws. */
        REFUSED,
        /** It goes through a guard of the host, which may refuse. */
        GUARDED,
        /** It runs as written: a reader should know of it. */
        FREE
    }
}

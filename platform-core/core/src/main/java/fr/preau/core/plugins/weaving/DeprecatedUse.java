package fr.preau.core.plugins.weaving;

import java.util.Comparator;

/**
 * A place in a module's code that uses something of the API that is going to leave.
 *
 * @param place the class and its method
 * @param what the type or the member of the API
 * @param since the version of the API that deprecated it
 */
public record DeprecatedUse(String place, String what, String since)
        implements Comparable<DeprecatedUse> {

    private static final Comparator<DeprecatedUse> ORDER =
            Comparator.comparing(DeprecatedUse::place)
                    .thenComparing(DeprecatedUse::what)
                    .thenComparing(DeprecatedUse::since);

    @Override
    public int compareTo(DeprecatedUse other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + " uses " + what + ", which is deprecated since " + since;
    }
}

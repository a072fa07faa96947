package fr.preau.core.plugins.weaving;

/** An API, as a module sees it, of which some is going to leave. */
public interface OldApi {

    @Deprecated(since = "1.1")
    default String told() {
        return "as before";
    }

    default String said() {
        return "as always";
    }

    /** What its implementations may have of it. */
    interface Narrower extends OldApi {}

    /** A type that goes as a whole. */
    @Deprecated(since = "1.2")
    record Leaving(String text) {

        @Deprecated public static final String NAME = "leaving";
    }
}

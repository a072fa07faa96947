package fr.preau.core.plugins.trust;

/** What the signature of a jar is worth, the best first. */
public enum SignatureStanding {

    /** Signed whole by a publisher the operator knows, with a certificate that was valid then. */
    KNOWN,

    /** Signed whole by a known publisher, but outside the time its certificate is valid. */
    EXPIRED,

    /** Signed whole, by somebody the operator does not know. */
    UNKNOWN,

    /** Signed with an algorithm or a key that can be forged today. */
    WEAK,

    /** Not signed at all. */
    UNSIGNED,

    /** Signed once, and not what was signed then: altered, added to, or only partly signed. */
    CHANGED,

    /** No jar that can be examined: damaged, ambiguous or far too large. */
    UNREADABLE
}

package fr.preau.portal.pages;

/** What it would be to run a release. */
public enum ReleaseStep {
    /** Nothing of the module should run yet. */
    INSTALL,
    /** From an older version to a newer one, or to another jar of the same. */
    UPDATE,
    /** From a newer version to an older one. */
    BACK,
    /** It should run already and waits for the yes to its permissions. */
    GRANT,
    /** It should run already, and nothing is missing. */
    NONE
}

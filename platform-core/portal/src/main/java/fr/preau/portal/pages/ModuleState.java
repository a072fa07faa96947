package fr.preau.portal.pages;

/** How a module is doing in the whole Département. */
public enum ModuleState {
    /** Brought, and never wanted. */
    BROUGHT,
    RUNNING,
    /** Wanted, and the nodes are on their way to it. */
    STARTING,
    /** It asks for more than was granted, and waits for an operator's yes. */
    WAITING,
    /** The release that should run can't. */
    FAILED,
    REMOVED
}

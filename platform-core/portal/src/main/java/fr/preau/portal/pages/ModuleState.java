package fr.preau.portal.pages;

/** Whether a module can answer at all, wherever it is on. */
public enum ModuleState {
    RUNNING,
    STOPPED,
    FAILED
}

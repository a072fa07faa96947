package fr.preau.portal.pages;

/** How far the last import of a collège's people is. */
public enum ImportState {
    NONE,
    WAITING,
    RUNNING,
    DONE,
    REFUSED,
    FAILED
}

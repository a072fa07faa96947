package fr.preau.portal.pages;

/** How a module is doing at one collège. */
public enum OwnModuleState {
    ON,
    OFF,
    /** Its tables are being made. */
    PREPARING,
    /** Its tables could not be made. */
    FAILED,
    /** It failed again and again, and answers no more. */
    HELD
}

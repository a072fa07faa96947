package fr.preau.portal.pages;

/** What a module is at a collège. */
public enum SwitchState {
    OFF,
    ON,
    /** On, but its tables are not there yet. */
    PREPARING,
    /** On, but no version of it runs, here or anywhere. */
    STOPPED,
    /** It has nothing for this place, and can't be on there. */
    NOT_FOR_IT,
    /** On, but it can't run there, as when its migration failed. */
    FAILED
}

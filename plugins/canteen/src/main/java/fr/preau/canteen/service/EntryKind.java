package fr.preau.canteen.service;

/** What an entry of the line says. */
public enum EntryKind {
    /** A pupil has passed. */
    PUPIL,
    /** Members of the staff have passed, one by their badge or several. */
    STAFF,
    /** Guests have passed. */
    GUEST,
    /** An entry was wrong. */
    UNDO
}

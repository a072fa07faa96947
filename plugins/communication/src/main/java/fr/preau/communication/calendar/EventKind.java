package fr.preau.communication.calendar;

/** Whose event it is. */
public enum EventKind {
    /** The whole collège's. */
    COLLEGE,
    /** That of one or several classes. */
    CLASSES,
    /** The author's alone; nobody else ever sees it. */
    PERSONAL
}

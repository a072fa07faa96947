package fr.preau.communication.recipients;

/** How far somebody may write among the people of one profile. */
public enum Range {
    NOBODY,
    /** Those of the writer's own classes; a guardian's are those of the children. */
    OWN_CLASSES,
    EVERYBODY
}

package fr.preau.communication.messages;

/** Where a letter lies for its author. */
public enum SentPlace {
    SENT,
    FOLDER,
    BIN,
    /** It was in the bin for its term: its author does not see it any more. */
    GONE
}

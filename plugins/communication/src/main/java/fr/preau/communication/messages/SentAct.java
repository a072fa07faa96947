package fr.preau.communication.messages;

/** What its author does with letters that are ticked. */
public enum SentAct {
    /** Puts them back among the sent ones. */
    SENT,
    FOLDER,
    BIN
}

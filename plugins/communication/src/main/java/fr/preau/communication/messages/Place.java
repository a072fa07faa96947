package fr.preau.communication.messages;

/** Where a conversation lies for one of its two people. */
public enum Place {
    INBOX,
    ARCHIVE,
    FOLDER,
    BIN
}

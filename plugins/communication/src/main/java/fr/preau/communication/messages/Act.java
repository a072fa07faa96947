package fr.preau.communication.messages;

/** What is done with conversations that are ticked. */
public enum Act {
    READ,
    UNREAD,
    INBOX,
    ARCHIVE,
    FOLDER,
    BIN
}

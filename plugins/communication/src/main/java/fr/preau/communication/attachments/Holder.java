package fr.preau.communication.attachments;

/** What an attachment goes with. */
public enum Holder {
    DRAFT,
    LETTER,
    REPLY
}

package fr.preau.communication.attachments;

/** What an attachment goes with. */
public enum Holder {
    DRAFT,
    LETTER,
    REPLY,
    /** Of a message that the school has withdrawn: nobody reads it. */
    EVIDENCE
}

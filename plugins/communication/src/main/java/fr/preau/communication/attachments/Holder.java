package fr.preau.communication.attachments;

/** What an attachment goes with. */
public enum Holder {
    DRAFT,
    LETTER,
    REPLY,
    /**
     * Nobody reads it but those who judge. Below the identity of an evidence lies what was copied
     * when that was taken, below the identity of a message what the school has taken from its
     * readers.
     */
    EVIDENCE,
    /** Nobody reads it: it goes with a letter again once what that hands on is not withdrawn. */
    HELD
}

package fr.preau.communication.attachments;

/** Whether an attachment is shown by a picture: of its first page, or smaller than it came. */
public enum PreviewState {
    /** It is neither a PDF nor a picture that can be drawn. */
    NONE,
    /** It will be. */
    WAITING,
    DRAWN,
    /** It asks for a password. */
    LOCKED,
    /** It can't be read. */
    BROKEN,
    /** To draw it would take too much time or memory. */
    TOO_LARGE
}

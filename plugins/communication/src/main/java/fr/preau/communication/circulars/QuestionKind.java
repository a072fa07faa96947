package fr.preau.communication.circulars;

/** How a question is answered. */
public enum QuestionKind {
    TEXT,
    YES_NO,
    CHOICE
}

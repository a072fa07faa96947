package fr.preau.communication.circulars;

/** What a circular asks of a guardian. */
public enum AnswerKind {
    /** Having taken note of it, by one tap. */
    READ,
    /** A signature, by one tap, or by a tap on one of the choices that are given. */
    SIGNED,
    /** One of the choices that are given, by one tap. */
    CHOICE,
    /** Answers to a few questions. */
    FORM;

    /** Whether an answer is a signature, which is kept as evidence. */
    boolean isSignature() {
        return this == SIGNED;
    }

    /** Whether there is something in an answer that somebody may have got wrong. */
    boolean hasQuestions() {
        return this == CHOICE || this == FORM;
    }
}

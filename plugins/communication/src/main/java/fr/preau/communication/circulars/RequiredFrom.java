package fr.preau.communication.circulars;

/** Whose answer is needed for a child. */
public enum RequiredFrom {
    /** One guardian's is enough, whoever is first. */
    ONE,
    /** That of each adult who holds parental authority. */
    EACH
}

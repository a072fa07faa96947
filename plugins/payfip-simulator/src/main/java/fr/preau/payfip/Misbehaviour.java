package fr.preau.payfip;

/** What can go wrong with a call of PayFiP or with what follows from it. */
public enum Misbehaviour {
    NONE,
    /** The server answers 503 and no SOAP. */
    DOWN,
    /** The connection is cut before an answer. */
    CUT,
    /** The call is done, and the connection is cut instead of the answer. */
    CUT_AFTERWARDS,
    /** The answer takes as long as {@link PayFipSimulator#slowness} says. */
    SLOW,
    /** The answer is no XML. */
    GARBAGE,
    /** A fault of a technical kind ({@code TechIndisponibiliteErreur}). */
    TECHNICAL,
    /** Asked for a result: no operation has this number. */
    UNKNOWN_OPERATION,
    /** Asked for a result: another amount than was ordered. */
    WRONG_AMOUNT,
    /** Asked for a result: another reference than was ordered. */
    WRONG_REFERENCE
}

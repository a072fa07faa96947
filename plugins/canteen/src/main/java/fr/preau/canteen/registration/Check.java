package fr.preau.canteen.registration;

/** What became of a part of an application that somebody looks at. */
public enum Check {
    WAITING,
    ACCEPTED,
    /** The family is told why, puts it right and sends it again. */
    REFUSED
}

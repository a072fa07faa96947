package fr.preau.canteen.registration;

/** Who pays for the meals of a child. */
public enum Split {
    /** Whoever registers it. */
    ALONE,
    /** Two, by shares of each invoice. */
    SHARES,
    /** Two, each in the weeks in which the child lives with them. */
    WEEKS
}

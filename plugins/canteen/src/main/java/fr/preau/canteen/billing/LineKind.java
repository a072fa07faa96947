package fr.preau.canteen.billing;

/** What a line of an invoice or a credit note is about. */
public enum LineKind {
    /** Meals as registered. */
    MEAL,
    /** Meals of a registered child on other days than those it is registered for. */
    EXTRA,
    /** Meals of a pupil who is not registered. */
    PASSAGER,
    /** Registered meals that were not taken at the line: they cost nothing. */
    NOT_TAKEN,
    /** Registered meals that the school has freed (remise d’ordre): they cost nothing. */
    AWAY,
    /** Registered meals that the family has cancelled in time: they cost nothing. */
    CANCELLED,
    /** What a credit note has left over is taken off. */
    CARRIED;

    /** Whether a meal was eaten, as far as anybody knows. */
    boolean isEaten() {
        return this == MEAL || this == EXTRA || this == PASSAGER;
    }
}

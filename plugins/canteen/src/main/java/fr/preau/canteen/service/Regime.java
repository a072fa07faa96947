package fr.preau.canteen.service;

/**
 * Whether a pupil eats at the canteen on a day, as the collège knows it; the nearest to a meal
 * first. Whatever it is, whoever comes to the line is served.
 */
public enum Regime {
    /** Registered for this weekday, and nobody has said otherwise. */
    EATS,
    /** The family has cancelled the meal. */
    CANCELLED,
    /** The school has said that they are away at noon. */
    AWAY,
    /** Registered, but not for this day. */
    OTHER_DAY,
    /** Not registered: a meal at the price of passers. */
    PASSER
}

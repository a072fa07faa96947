package fr.preau.communication.news;

/** Who speaks in a news. */
public enum NewsOrigin {
    COLLEGE,
    /** Written once for several collèges; nobody of the collège may change it. */
    DEPARTEMENT
}

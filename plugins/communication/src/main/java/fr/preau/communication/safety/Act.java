package fr.preau.communication.safety;

/** What the school does to keep people safe, as its journal calls it. */
public enum Act {
    RULE_CHANGED,
    EXCEPTION_MADE,
    EXCEPTION_ENDED,
    REPORT_CLOSED,
    WITHDRAWN,
    GIVEN_BACK,
    STOPPED,
    LET_GO_ON
}

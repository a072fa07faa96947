package fr.preau.payfip;

/** How PayFiP tells that a payer has finished. */
public enum Notification {
    ONCE,
    /** As in PayFiP's own test environment. */
    LOST,
    TWICE,
    /** Two at the same moment. */
    TWICE_AT_ONCE
}

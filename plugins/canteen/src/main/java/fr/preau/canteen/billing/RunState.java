package fr.preau.canteen.billing;

/** Where a billing run stands. */
public enum RunState {
    /** Its invoices are made, portion by portion; nobody sees them yet. */
    PREPARING,
    /** It can be looked at, and issued or thrown away. */
    READY,
    /** Its invoices get their numbers and go out, portion by portion. */
    ISSUING,
    /** All of them are out. */
    ISSUED,
    /** It was thrown away before anything went out. */
    DROPPED;

    /** Whether it works by itself just now. */
    public boolean isWorking() {
        return this == PREPARING || this == ISSUING;
    }
}

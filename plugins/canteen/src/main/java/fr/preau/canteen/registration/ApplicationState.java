package fr.preau.canteen.registration;

/** Where an application stands. */
public enum ApplicationState {
    /** Its guardian fills it in. */
    DRAFT,
    /** It is looked at. */
    SENT,
    /** Something in it was refused: its guardian puts it right and sends it again. */
    REFUSED,
    /** All its children are registered. */
    DECIDED;

    /** Whether its guardian can change it. */
    public boolean isOpen() {
        return this == DRAFT || this == REFUSED;
    }
}

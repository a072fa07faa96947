package fr.preau.canteen.booking;

/** Why a meal that was registered is not taken. */
public enum ChangeKind {
    /** The family has cancelled it. */
    CANCELLED,
    /** The school says that the pupil is away. */
    AWAY
}

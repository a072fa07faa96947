package fr.preau.canteen.billing;

/** Which of two payers. */
public enum Payer {
    /** Whoever has registered the child. */
    OWN,
    /** The one whom they have named. */
    OTHER
}

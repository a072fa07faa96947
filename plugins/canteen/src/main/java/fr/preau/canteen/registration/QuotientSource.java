package fr.preau.canteen.registration;

/** What a family's quotient is known from. */
public enum QuotientSource {
    /** The figures of its tax notice, and the notice itself. */
    NOTICE,
    /** It gives none, and pays the highest band. */
    NONE
}

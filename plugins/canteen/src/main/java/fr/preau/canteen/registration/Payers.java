package fr.preau.canteen.registration;

/**
 * Who pays, and where the invoices go.
 *
 * @param ownShare of whoever registers, in percent: 100 unless there are shares
 * @param ownEven whether they have the child in the weeks with even numbers (ISO 8601)
 * @param otherName who else pays, empty where there is nobody
 * @param mail to whom the notice of an invoice goes
 */
public record Payers(Split split, int ownShare, boolean ownEven, String otherName, String mail) {

    /** As long as nothing is said. */
    static final Payers NOT_SAID = new Payers(Split.ALONE, 100, false, "", "");
}

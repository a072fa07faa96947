package fr.preau.canteen.billing;

import java.util.UUID;

/**
 * Who pays an invoice.
 *
 * @param household the guardian who has registered; the pupil where nobody has
 * @param payer which of the two payers
 * @param account all zeros where they have none here
 * @param name as it stands on the invoice
 */
record Bearer(UUID household, Payer payer, UUID account, String name) {

    /**
     * Who it is, whatever they are called now: what a credit note has left over is theirs.
     *
     * @param other the name of the other payer, for nothing else tells them apart
     */
    record Key(UUID household, Payer payer, String other) {}

    Key key() {
        return new Key(household, payer, payer == Payer.OTHER ? name : "");
    }
}

package fr.preau.canteen.billing;

/** A pupil with those who pay for them. */
record Billable(BilledPupil pupil, Bearer own, Bearer other) {

    Bearer bearer(Payer payer) {
        return payer == Payer.OWN ? own : other;
    }
}

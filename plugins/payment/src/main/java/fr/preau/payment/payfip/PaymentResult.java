package fr.preau.payment.payfip;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What became of an operation ({@code recupererDetailPaiementSecurise}).
 *
 * @param operation its number at PayFiP ({@code idOp})
 * @param cents what was paid or tried, in euro cents
 * @param authorisation the number of the bank's authorisation ({@code numauto}); empty without one
 * @param at when, in Europe/Paris ({@code dattrans}, {@code heurtrans}); empty where nothing was
 *     tried
 */
public record PaymentResult(
        String operation,
        String reference,
        String client,
        int cents,
        Outcome outcome,
        Optional<String> authorisation,
        Optional<LocalDateTime> at) {

    /** How it ended ({@code resultrans}). */
    public enum Outcome {
        /** Paid by card. */
        PAID_BY_CARD("P"),
        /** Paid by a single direct debit. */
        PAID_BY_DEBIT("V"),
        /** The payer gave up. */
        ABANDONED("A"),
        /** The bank refused the card. */
        REFUSED("R"),
        /** The direct debit was refused. */
        DEBIT_REFUSED("Z");

        private final String letter;

        Outcome(String letter) {
            this.letter = letter;
        }

        /** As PayFiP writes it. */
        public String letter() {
            return letter;
        }

        public boolean isPaid() {
            return this == PAID_BY_CARD || this == PAID_BY_DEBIT;
        }

        static Optional<Outcome> of(String letter) {
            for (Outcome outcome : values()) {
                if (outcome.letter.equals(letter)) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        }
    }
}

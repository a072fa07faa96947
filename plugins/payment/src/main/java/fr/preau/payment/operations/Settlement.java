package fr.preau.payment.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How money that came is booked: to the debts that it was for, as far as they still lack it, and
 * the rest as a surplus of its payer. Every cent is in one of them.
 *
 * @param toDebts in cents, each more than nothing
 * @param surplus in cents; what two payers paid twice, or PayFiP took too much
 */
record Settlement(Map<UUID, Integer> toDebts, int surplus) {

    Settlement {
        toDebts = Map.copyOf(toDebts);
    }

    /**
     * @param received what PayFiP took, in cents; seldom another amount than was asked
     */
    static Settlement of(int received, List<Share> shares) {
        Map<UUID, Integer> toDebts = new LinkedHashMap<>();
        int rest = received;
        for (Share share : shares) {
            int given = Math.min(rest, Math.min(share.cents(), share.left()));
            if (given > 0) {
                toDebts.put(share.debt(), given);
                rest -= given;
            }
        }
        return new Settlement(toDebts, rest);
    }
}

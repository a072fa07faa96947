package fr.preau.payment.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment, while it is under way and as the receipt afterwards.
 *
 * @param cents that were to be paid
 * @param received that PayFiP took; null as long as it took nothing
 * @param payAt where a browser pays; null when it can't
 * @param returned whether its payer has come back from PayFiP and waits for what it says
 */
public record OperationPage(
        UUID operation,
        OperationState state,
        String reference,
        int cents,
        @Nullable Integer received,
        @Nullable String authorisation,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String payAt,
        boolean returned,
        List<Line> lines) {

    public OperationPage {
        lines = List.copyOf(lines);
    }

    /** Whether something is about to happen, so that it is worth looking again. */
    public boolean isAwaited() {
        return state == OperationState.ASKED || returned && state == OperationState.OPEN;
    }

    /** What of a debt it pays. */
    public record Line(String title, int cents) {}
}

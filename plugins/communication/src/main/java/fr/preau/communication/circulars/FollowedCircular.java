package fr.preau.communication.circulars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular as those see it who follow how it is answered.
 *
 * @param to the groups it went to, as people say them
 * @param withdrawn whether the school has taken it from its readers
 * @param replacedBy the circular that took its place, null as long as it holds
 * @param replaces the circular whose place it took
 */
public record FollowedCircular(
        UUID circular,
        String title,
        String author,
        Instant sentAt,
        String text,
        List<String> to,
        AnswerKind kind,
        RequiredFrom requiredFrom,
        LocalDate deadline,
        boolean closed,
        int families,
        int guardians,
        boolean withdrawn,
        @Nullable UUID replacedBy,
        @Nullable UUID replaces) {

    public FollowedCircular {
        to = List.copyOf(to);
    }

    /** Its address for those who follow it, below the module. */
    public String address() {
        return "/circulars/sent/" + circular;
    }

    static FollowedCircular of(Circular circular, CircularLedger ledger, Instant now) {
        return new FollowedCircular(
                circular.id(),
                circular.title(),
                circular.authorName(),
                circular.sentAt(),
                circular.text(),
                circular.addressedTo(),
                circular.kind(),
                circular.requiredFrom(),
                circular.deadline(),
                circular.isClosed(now),
                circular.familyCount(),
                circular.guardianCount(),
                ledger.isWithdrawn(),
                ledger.isReplaced() ? ledger.replacedBy() : null,
                circular.replaces().equals(circular.id()) ? null : circular.replaces());
    }
}

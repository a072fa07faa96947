package fr.preau.canteen.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of another device, as a device is told of it. */
public record Heard(
        UUID device,
        int seq,
        Instant at,
        EntryKind kind,
        @Nullable UUID person,
        int number,
        @Nullable UUID undoDevice,
        int undoSeq) {

    static Heard of(LineEntry entry) {
        return new Heard(
                entry.key().deviceId(),
                entry.key().seq(),
                entry.at(),
                entry.kind(),
                orNull(entry.person()),
                entry.number(),
                orNull(entry.undone().deviceId()),
                entry.undone().seq());
    }

    private static @Nullable UUID orNull(UUID id) {
        return id.equals(Entry.NOBODY) ? null : id;
    }
}

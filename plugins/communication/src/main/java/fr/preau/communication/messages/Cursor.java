package fr.preau.communication.messages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last line of a page, after which the next one begins: so nothing stands on two pages when
 * something comes in meanwhile, and the last page is as fast as the first.
 *
 * @param at when that line came in
 * @param id of its entry
 */
record Cursor(Instant at, UUID id) {

    /** After every identity there is. */
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** From the newest on that has come in. */
    static Cursor newest(Instant now) {
        return new Cursor(now, LAST);
    }

    /** What an address says; the newest where it says nothing, or lies ahead. */
    static Cursor of(@Nullable String written, Instant now) {
        if (written == null || !written.matches("[0-9]{1,17}_[0-9a-f-]{36}")) {
            return newest(now);
        }
        String[] parts = written.split("_", 2);
        try {
            Instant at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            return at.isAfter(now) ? newest(now) : new Cursor(at, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException madeUp) {
            return newest(now);
        }
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "_" + id;
    }
}

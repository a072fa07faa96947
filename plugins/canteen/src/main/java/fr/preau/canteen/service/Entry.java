package fr.preau.canteen.service;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line in the book of a device: what happened, in which place of its chain, and its seal over
 * this and the seal before.
 *
 * <p>As a device writes it, with bars between: number in the chain, moment, kind, person or
 * nothing, how many, what it undoes ({@code device:number}) or nothing, seal before, seal.
 *
 * @param text what the seal is over, without device and day
 */
record Entry(
        int seq,
        Instant at,
        EntryKind kind,
        UUID person,
        int number,
        UUID undoDevice,
        int undoSeq,
        String previous,
        String seal,
        String text) {

    /** EclipseLink can't read NULL in a column of UUIDs. */
    static final UUID NOBODY = new UUID(0, 0);

    /** What the first entry of a chain follows. */
    static final String BEGINNING = "0".repeat(64);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String UUID_PATTERN =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(([1-9][0-9]{0,5})"
                            + "\\|([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z)"
                            + "\\|(PUPIL|STAFF|GUEST|UNDO)"
                            + "\\|("
                            + UUID_PATTERN
                            + ")?"
                            + "\\|([1-9][0-9]?)"
                            + "\\|(?:("
                            + UUID_PATTERN
                            + "):([1-9][0-9]{0,5}))?"
                            + "\\|([0-9a-f]{64}))\\|([0-9a-f]{64})");

    /** What a device wrote; empty where it is no entry. */
    static Optional<Entry> read(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        EntryKind kind = EntryKind.valueOf(parts.group(4));
        boolean names = parts.group(5) != null;
        boolean undoes = parts.group(7) != null;
        if (undoes != (kind == EntryKind.UNDO)
                || (kind == EntryKind.PUPIL) && !names
                || (kind == EntryKind.GUEST || kind == EntryKind.UNDO) && names) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Entry(
                            Integer.parseInt(parts.group(2)),
                            Instant.parse(parts.group(3)),
                            kind,
                            names ? UUID.fromString(parts.group(5)) : NOBODY,
                            Integer.parseInt(parts.group(6)),
                            undoes ? UUID.fromString(parts.group(7)) : NOBODY,
                            undoes ? Integer.parseInt(parts.group(8)) : 0,
                            parts.group(9),
                            parts.group(10),
                            parts.group(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the collège itself writes at the end of a chain, as its own device. */
    static Entry next(LineDevice device, DeviceKey key, Instant at, UUID pupil) {
        return sealed(device, key, at, EntryKind.PUPIL, pupil, new LineEntry.Key(NOBODY, 0));
    }

    /** The same, of an entry that was wrong. */
    static Entry undo(LineDevice device, DeviceKey key, Instant at, LineEntry.Key wrong) {
        return sealed(device, key, at, EntryKind.UNDO, NOBODY, wrong);
    }

    private static Entry sealed(
            LineDevice device,
            DeviceKey key,
            Instant at,
            EntryKind kind,
            UUID person,
            LineEntry.Key undone) {
        int seq = device.lastSeq() + 1;
        String text =
                String.join(
                        "|",
                        String.valueOf(seq),
                        MOMENT.format(at),
                        kind.name(),
                        person.equals(NOBODY) ? "" : person.toString(),
                        "1",
                        undone.seq() == 0 ? "" : undone.deviceId() + ":" + undone.seq(),
                        device.lastSeal());
        return new Entry(
                seq,
                at.truncatedTo(ChronoUnit.MILLIS),
                kind,
                person,
                1,
                undone.deviceId(),
                undone.seq(),
                device.lastSeal(),
                key.seal(text),
                text);
    }

    /** As a device writes it. */
    String written() {
        return text + "|" + seal;
    }
}

package fr.preau.canteen.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a device has sent, laid to what is there of it: each entry once, in its place, behind the
 * one that it follows. What has no place yet waits; what can have none is set aside.
 */
final class Chain {

    private final LineDevice device;
    private final DeviceKey key;
    private final Instant now;
    private final Map<SetAside.Key, SetAside> aside = new HashMap<>();
    private final List<Entry> behind = new ArrayList<>();
    private final TreeMap<Integer, List<Entry>> ahead = new TreeMap<>();
    private final List<LineEntry> added = new ArrayList<>();
    private final List<SetAside> newAside = new ArrayList<>();
    private final List<SetAside> settled = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * @param aside what was set aside of the device before
     */
    Chain(LineDevice device, DeviceKey key, List<SetAside> aside, Instant now) {
        this.device = device;
        this.key = key;
        this.now = now;
        aside.forEach(each -> this.aside.put(each.key(), each));
    }

    /** An entry that is not counted, and why. */
    record Refused(int seq, SetAside.Reason reason) {}

    /** Sorts what was sent; nothing is laid down yet. */
    void sort(List<String> written) {
        for (String each : written) {
            Entry entry = Entry.read(each).orElse(null);
            if (entry == null) {
                refuse(
                        new SetAside.Key(device.id(), 0, digest(each)),
                        SetAside.Reason.FORGED,
                        Entry.NOBODY,
                        each);
            } else if (!key.holds(entry)) {
                refuse(entry, SetAside.Reason.FORGED);
            } else if (entry.seq() <= device.lastSeq()) {
                behind.add(entry);
            } else {
                ahead(entry);
            }
        }
        aside.values().stream()
                .filter(each -> each.reason() == SetAside.Reason.GAP)
                .flatMap(each -> Entry.read(each.content()).stream())
                .filter(key::holds)
                .forEach(this::ahead);
    }

    private void ahead(Entry entry) {
        List<Entry> same = ahead.computeIfAbsent(entry.seq(), seq -> new ArrayList<>(1));
        if (same.stream().noneMatch(other -> other.seal().equals(entry.seal()))) {
            same.add(entry);
        }
    }

    /** Who is named in it and may be counted. */
    Set<UUID> named() {
        return ahead.values().stream()
                .flatMap(List::stream)
                .map(Entry::person)
                .filter(person -> !person.equals(Entry.NOBODY))
                .collect(Collectors.toSet());
    }

    /** The first and the last number of what was sent again; empty for none. */
    List<Integer> again() {
        return behind.isEmpty()
                ? List.of()
                : Stream.of(
                                behind.stream().mapToInt(Entry::seq).min(),
                                behind.stream().mapToInt(Entry::seq).max())
                        .map(number -> number.orElse(0))
                        .toList();
    }

    /**
     * What was sent again is known, unless it says something else than before.
     *
     * @param there the seals of the entries between {@link #again}; one that is missing was erased
     */
    void compare(Map<Integer, String> there) {
        for (Entry entry : behind) {
            if (!there.getOrDefault(entry.seq(), entry.seal()).equals(entry.seal())) {
                refuse(entry, SetAside.Reason.OTHER);
            }
        }
    }

    /**
     * Lays down what follows.
     *
     * @param known those of {@link #named} who are at the collège
     */
    void lay(Set<UUID> known) {
        List<Entry> next = ahead.remove(device.lastSeq() + 1);
        while (next != null) {
            Entry follows = next.stream().filter(device::isFollowedBy).findFirst().orElse(null);
            if (follows == null) {
                ahead.put(device.lastSeq() + 1, next);
                break;
            }
            accept(follows, known);
            next.stream()
                    .filter(other -> other != follows)
                    .forEach(other -> refuse(other, SetAside.Reason.OTHER));
            next = ahead.remove(device.lastSeq() + 1);
        }
        ahead.values().stream()
                .flatMap(List::stream)
                .forEach(entry -> refuse(entry, SetAside.Reason.GAP));
    }

    private void accept(Entry entry, Set<UUID> known) {
        device.follow(entry);
        if (!entry.person().equals(Entry.NOBODY) && !known.contains(entry.person())) {
            refuse(entry, SetAside.Reason.UNKNOWN);
            return;
        }
        added.add(new LineEntry(device.id(), device.day(), entry, now));
        SetAside waited = aside.remove(key(entry));
        if (waited != null) {
            settled.add(waited);
            device.setAside(-1);
        }
    }

    /** By all that came, for a forged entry may bear the seal of a true one. */
    private SetAside.Key key(Entry entry) {
        return new SetAside.Key(device.id(), entry.seq(), digest(entry.written()));
    }

    private void refuse(Entry entry, SetAside.Reason reason) {
        refuse(key(entry), reason, entry.person(), entry.written());
    }

    private void refuse(SetAside.Key place, SetAside.Reason reason, UUID person, String content) {
        refused.add(new Refused(place.seq(), reason));
        SetAside before = aside.get(place);
        if (before == null) {
            SetAside kept = new SetAside(place, device.day(), reason, person, content, now);
            aside.put(place, kept);
            newAside.add(kept);
            device.setAside(1);
        } else {
            before.becomes(reason);
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    List<LineEntry> added() {
        return added;
    }

    List<SetAside> newAside() {
        return newAside;
    }

    List<SetAside> settled() {
        return settled;
    }

    List<Refused> refused() {
        return refused;
    }
}

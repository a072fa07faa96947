package fr.preau.canteen.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.seal.Seals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Two devices write without network, then everything arrives in any order, again and again, with
 * answers that are lost: the totals are exact.
 */
class ExactTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 9);
    private static final Instant NOON = Instant.parse("2026-11-09T11:00:00Z");

    private static final Seals SEALS =
            new Seals() {
                @Override
                public String of(String text) {
                    return "%064x".formatted(Math.abs((long) text.hashCode()));
                }

                @Override
                public boolean holds(String text, String seal) {
                    return of(text).equals(seal);
                }
            };

    /** A device, what it has written, and what the server has of it. */
    private static final class Side {
        private final UUID id = UUID.randomUUID();
        private final DeviceKey key = new DeviceKey(SEALS, id, DAY);
        private final LineDevice book = new LineDevice(id, DAY, 1, "", NOON);
        private final List<Entry> written = new ArrayList<>();

        private final LineDevice device = new LineDevice(id, DAY, 1, "", NOON);
        private final Map<Integer, LineEntry> there = new HashMap<>();
        private final Map<SetAside.Key, SetAside> aside = new HashMap<>();

        private void pass(UUID pupil) {
            write(Entry.next(book, key, NOON.plusSeconds(written.size()), pupil));
        }

        private void undo(int seq) {
            write(Entry.undo(book, key, NOON, new LineEntry.Key(id, seq)));
        }

        private void write(Entry entry) {
            book.follow(entry);
            written.add(entry);
        }

        /** As the server does, with tables in memory. */
        private void take(List<String> sent, Set<UUID> pupils) {
            Chain chain = new Chain(device, key, List.copyOf(aside.values()), NOON);
            chain.sort(sent);
            chain.compare(
                    there.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, each -> each.getValue().seal())));
            chain.lay(pupils);
            chain.settled().forEach(each -> aside.remove(each.key()));
            chain.newAside().forEach(each -> aside.put(each.key(), each));
            for (LineEntry entry : chain.added()) {
                assertThat(there.put(entry.key().seq(), entry)).as("once").isNull();
            }
            assertThat(device.aside()).isEqualTo(aside.size());
        }
    }

    private record Batch(Side side, List<String> entries) {}

    @Property(tries = 300)
    void sixHundredBadgesOnTwoDevicesInRandomOrderAreExact(@ForAll long seed) {
        Random random = new Random(seed);
        List<UUID> pupils = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            pupils.add(new UUID(random.nextLong(), random.nextLong()));
        }
        Side one = new Side();
        Side other = new Side();
        Set<UUID> eaten = new HashSet<>();
        Set<UUID> twice = new HashSet<>();
        for (UUID pupil : pupils) {
            boolean first = random.nextBoolean();
            boolean both = random.nextInt(20) == 0;
            boolean takenBack = !both && random.nextInt(20) == 0;
            Side side = first ? one : other;
            side.pass(pupil);
            if (both) {
                (first ? other : one).pass(pupil);
                twice.add(pupil);
            }
            if (takenBack) {
                side.undo(side.written.size());
            } else {
                eaten.add(pupil);
            }
        }
        List<Batch> batches = new ArrayList<>();
        batches.addAll(batches(one, random));
        batches.addAll(batches(other, random));
        Collections.shuffle(batches, random);

        batches.forEach(batch -> batch.side.take(batch.entries, Set.copyOf(pupils)));

        List<LineEntry> all = new ArrayList<>(one.there.values());
        all.addAll(other.there.values());
        Collections.shuffle(all, random);
        Passages passages = new Passages(all);
        assertThat(one.device.lastSeq()).isEqualTo(one.written.size());
        assertThat(other.device.lastSeq()).isEqualTo(other.written.size());
        assertThat(one.aside).isEmpty();
        assertThat(other.aside).isEmpty();
        assertThat(passages.pupils().keySet()).isEqualTo(eaten);
        assertThat(
                        passages.pupils().entrySet().stream()
                                .filter(each -> each.getValue().size() > 1)
                                .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(twice);
    }

    /** Cut anywhere, some of them sent two or three times, each perhaps out of order in itself. */
    private static Collection<Batch> batches(Side side, Random random) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < side.written.size(); ) {
            int to = Math.min(side.written.size(), from + 1 + random.nextInt(80));
            List<String> entries =
                    new ArrayList<>(
                            side
                                    .written
                                    .subList(Math.max(0, from - random.nextInt(10)), to)
                                    .stream()
                                    .map(Entry::written)
                                    .toList());
            if (random.nextInt(4) == 0) {
                Collections.shuffle(entries, random);
            }
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) {
                batches.add(new Batch(side, entries));
            }
            from = to;
        }
        return batches;
    }

    @Property(tries = 300)
    void whateverIsChangedOnTheWayIsNeverCounted(@ForAll long seed) {
        Random random = new Random(seed);
        List<UUID> pupils = new ArrayList<>();
        Side side = new Side();
        for (int i = 0; i < 20; i++) {
            pupils.add(new UUID(random.nextLong(), random.nextLong()));
            side.pass(pupils.get(i));
        }
        int which = random.nextInt(20);
        String right = side.written.get(which).written();
        int place = random.nextInt(right.length());
        char sign = "0123456789abcdef|:".charAt(random.nextInt(18));
        String wrong = right.substring(0, place) + sign + right.substring(place + 1);
        List<String> sent = new ArrayList<>(side.written.stream().map(Entry::written).toList());
        sent.set(which, wrong);

        side.take(sent, Set.copyOf(pupils));

        boolean same = wrong.equals(right);
        assertThat(side.device.lastSeq()).isEqualTo(same ? 20 : which);
        assertThat(side.there).hasSize(same ? 20 : which);
        assertThat(side.aside).hasSize(same ? 0 : 20 - which);
        side.take(side.written.stream().map(Entry::written).toList(), Set.copyOf(pupils));
        assertThat(side.there).hasSize(20);
        assertThat(side.aside).hasSize(same ? 0 : 1);
    }
}

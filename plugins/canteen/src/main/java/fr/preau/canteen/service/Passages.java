package fr.preau.canteen.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who passed on a day, out of all entries of all devices. It does not matter in which order they
 * came: an entry counts unless another one undoes it, and who passed twice has had one meal.
 */
final class Passages {

    private final Map<UUID, List<LineEntry>> pupils = new TreeMap<>();
    private final Set<UUID> staff = new HashSet<>();
    private int unnamedStaff;
    private int guests;

    Passages(Collection<LineEntry> entries) {
        Set<LineEntry.Key> undone = new HashSet<>();
        entries.stream()
                .filter(entry -> entry.kind() == EntryKind.UNDO)
                .forEach(entry -> undone.add(entry.undone()));
        entries.stream().filter(entry -> !undone.contains(entry.key())).forEach(this::count);
        pupils.values()
                .forEach(
                        passages ->
                                passages.sort(
                                        Comparator.comparing(LineEntry::at)
                                                .thenComparing(e -> e.key().deviceId())
                                                .thenComparing(e -> e.key().seq())));
    }

    private void count(LineEntry entry) {
        switch (entry.kind()) {
            case PUPIL ->
                    pupils.computeIfAbsent(entry.person(), id -> new ArrayList<>(1)).add(entry);
            case STAFF -> {
                if (entry.person().equals(Entry.NOBODY)) {
                    unnamedStaff += entry.number();
                } else {
                    staff.add(entry.person());
                }
            }
            case GUEST -> guests += entry.number();
            case UNDO -> {
                // It has done what it is for.
            }
        }
    }

    /** Each pupil who had a meal, with all their passages, the first first. */
    Map<UUID, List<LineEntry>> pupils() {
        return pupils;
    }

    List<LineEntry> of(UUID pupil) {
        return pupils.getOrDefault(pupil, List.of());
    }

    int staff() {
        return staff.size() + unnamedStaff;
    }

    int guests() {
        return guests;
    }
}

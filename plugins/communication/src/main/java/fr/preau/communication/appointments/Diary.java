package fr.preau.communication.appointments;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is taken when, at whatever meeting, in steps of five minutes.
 *
 * <p>The key of its table is person and step, so the database itself keeps a host from two families
 * at once, and a guardian from two hosts: also when two people press at the same moment on two
 * servers. A guardian is taken for the way to the next room as well.
 */
final class Diary {

    private final EntityManager entities;

    Diary(EntityManager entities) {
        this.entities = entities;
    }

    /** What these people have to do between two instants. */
    BusyTimes read(Collection<UUID> people, Slot between) {
        if (people.isEmpty()) {
            return BusyTimes.NONE;
        }
        return BusyTimes.of(
                entities.createNamedQuery("Busy.between", BusyTick.class)
                        .setParameter("people", List.copyOf(people))
                        .setParameter("first", Slot.tickOf(between.start()))
                        .setParameter("last", Slot.tickOf(between.end()))
                        .getResultList());
    }

    /**
     * Writes it down, all or nothing: what is taken by half is undone with the unit of work.
     *
     * @return whether all of it was free
     */
    boolean take(UUID by, List<Taking> takings) {
        List<BusyTick> ticks =
                takings.stream()
                        .flatMap(
                                taking ->
                                        taking.ticks().stream()
                                                .map(tick -> new BusyTick(taking.person(), tick)))
                        .distinct()
                        // Always in one order: two who want the same wait for each other once.
                        .sorted(
                                Comparator.comparing((BusyTick tick) -> tick.person().toString())
                                        .thenComparing(BusyTick::tick))
                        .toList();
        if (ticks.isEmpty()) {
            return true;
        }
        String rows = String.join(", ", Collections.nCopies(ticks.size(), "(?, ?, ?)"));
        Query insert =
                entities.createNativeQuery(
                        "INSERT IGNORE INTO communication_meeting_busy (person_id, tick, taken_by)"
                                + " VALUES "
                                + rows);
        int place = 1;
        for (BusyTick tick : ticks) {
            insert.setParameter(place++, tick.person().toString());
            insert.setParameter(place++, tick.tick());
            insert.setParameter(place++, by.toString());
        }
        return insert.executeUpdate() == ticks.size();
    }

    void release(Collection<UUID> by) {
        if (!by.isEmpty()) {
            entities.createNamedQuery("Busy.release")
                    .setParameter("ids", List.copyOf(by))
                    .executeUpdate();
        }
    }

    /**
     * The time that somebody gives to a slot.
     *
     * @param wayAfter minutes to the next room
     */
    record Taking(UUID person, Slot slot, int wayAfter) {

        List<Integer> ticks() {
            return slot.ticks(wayAfter);
        }
    }

    /** What a read of the diary found. */
    record BusyTimes(Map<UUID, Set<Integer>> ticks) {

        static final BusyTimes NONE = new BusyTimes(Map.of());

        static BusyTimes of(List<BusyTick> rows) {
            return new BusyTimes(
                    rows.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            BusyTick::person,
                                            Collectors.mapping(
                                                    BusyTick::tick, Collectors.toSet()))));
        }

        boolean isFree(Taking taking) {
            Set<Integer> busy = ticks.get(taking.person());
            return busy == null || Collections.disjoint(busy, taking.ticks());
        }
    }
}

package fr.preau.communication.circulars;

import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.school.Child;
import fr.preau.api.school.PersonId;
import fr.preau.communication.schooldays.TellingDays;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is done each morning for the circulars that still ask for answers: who may not answer any
 * more is taken off, who has come since is asked, then those who have not answered are reminded.
 */
final class Care {

    /** So long after its deadline a circular is looked after; later nobody waits any more. */
    static final Duration LOOKED_AFTER = Duration.ofDays(60);

    private static final int MOST = 50_000;
    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final Directory directory;
    private final CircularNotices notices;
    private final Latecomers latecomers;
    private final TellingDays days;
    private final Clock clock;

    Care(
            EntityManager entities,
            Directory directory,
            CircularNotices notices,
            Latecomers latecomers,
            TellingDays days,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.notices = notices;
        this.latecomers = latecomers;
        this.days = days;
        this.clock = clock;
    }

    Job job() {
        return Job.daily(
                "care-for-circulars",
                LocalTime.of(7, 30),
                run -> {
                    takeOffWhoMayNotAnswer();
                    latecomers.ask();
                    remind();
                });
    }

    private void takeOffWhoMayNotAnswer() {
        Instant now = clock.instant();
        List<OpenRow> open =
                entities.createNamedQuery("CircularRecipient.open", OpenRow.class)
                        .setParameter("since", now.minus(LOOKED_AFTER))
                        .setMaxResults(MOST)
                        .getResultList();
        Map<PersonId, List<Child>> today = childrenOf(open);
        List<OpenRow> ended = open.stream().filter(row -> !isGuardian(row, today)).toList();
        for (List<UUID> some : portions(ended.stream().map(OpenRow::recipient).toList())) {
            entities.createNamedQuery("CircularRecipient.end")
                    .setParameter("ids", some)
                    .executeUpdate();
        }
        markLeft(ended, now);
        settle(ended, now);
    }

    /** Where all others whose answer counts have answered, nobody is waited for any more. */
    private void settle(List<OpenRow> ended, Instant now) {
        for (List<UUID> some : portions(ended.stream().map(OpenRow::childRow).toList())) {
            List<UUID> settled =
                    entities.createNamedQuery("CircularChild.toSettle", UUID.class)
                            .setParameter("ids", some)
                            .getResultList();
            marked("CircularChild.settle", settled, now);
        }
    }

    private void marked(String query, List<UUID> children, Instant now) {
        if (!children.isEmpty()) {
            entities.createNamedQuery(query)
                    .setParameter("ids", children)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    private void markLeft(List<OpenRow> ended, Instant now) {
        Set<PersonId> children =
                ended.stream().map(row -> new PersonId(row.child())).collect(Collectors.toSet());
        Set<PersonId> here = new HashSet<>();
        for (List<PersonId> some : portions(children)) {
            here.addAll(directory.persons(some).keySet());
        }
        List<UUID> left =
                ended.stream()
                        .filter(row -> !here.contains(new PersonId(row.child())))
                        .map(OpenRow::childRow)
                        .toList();
        for (List<UUID> some : portions(left)) {
            marked("CircularChild.leave", some, now);
        }
    }

    private Map<PersonId, List<Child>> childrenOf(List<OpenRow> open) {
        Map<PersonId, List<Child>> children = new HashMap<>();
        Set<PersonId> guardians =
                open.stream().map(row -> new PersonId(row.guardian())).collect(Collectors.toSet());
        for (List<PersonId> some : portions(guardians)) {
            children.putAll(directory.childrenOfEach(some));
        }
        return children;
    }

    private static boolean isGuardian(OpenRow row, Map<PersonId, List<Child>> today) {
        return today.getOrDefault(new PersonId(row.guardian()), List.of()).stream()
                .anyMatch(child -> child.pupil().id().value().equals(row.child()));
    }

    private void remind() {
        Instant now = clock.instant();
        LocalDate today = Deadline.today(now);
        Map<List<UUID>, Set<PersonId>> guardians = new LinkedHashMap<>();
        Map<List<UUID>, RemindRow> about = new HashMap<>();
        entities.createNamedQuery("CircularRecipient.toRemind", RemindRow.class)
                .setParameter("now", now)
                .setParameter("soon", Reminder.farthest(today, days))
                .setMaxResults(MOST)
                .getResultList()
                .forEach(
                        row -> {
                            List<UUID> one = List.of(row.circular(), row.child());
                            about.put(one, row);
                            guardians
                                    .computeIfAbsent(one, child -> new HashSet<>())
                                    .add(new PersonId(row.guardian()));
                        });
        guardians.forEach(
                (one, persons) -> {
                    RemindRow row = about.get(one);
                    if (row != null) {
                        Reminder.of(row.deadline(), today, days)
                                .ifPresent(
                                        reminder -> notices.remind(row, reminder, today, persons));
                    }
                });
    }

    private static <T> List<List<T>> portions(Collection<T> all) {
        List<T> list = List.copyOf(new HashSet<>(all));
        return IntStream.iterate(0, at -> at < list.size(), at -> at + AT_ONCE)
                .mapToObj(at -> list.subList(at, Math.min(list.size(), at + AT_ONCE)))
                .toList();
    }
}

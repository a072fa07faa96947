package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.calendar.ImportTidings.Known;
import fr.preau.communication.calendar.ical.CalendarReader;
import fr.preau.communication.calendar.ical.ReadCalendar;
import fr.preau.communication.calendar.ical.ReadEvent;
import fr.preau.communication.reports.KeepingDeleted;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what a calendar file of another program holds, for the collège or for oneself: once
 * however often it is brought, for an event is known by the identity that the file gives it.
 */
final class Importing {

    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final Agenda agenda;
    private final EventTidings told;
    private final KeepingDeleted deleted;
    private final NewIds ids;
    private final Clock clock;

    Importing(
            EntityManager entities,
            Agenda agenda,
            EventTidings told,
            KeepingDeleted deleted,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.agenda = agenda;
        this.told = told;
        this.deleted = deleted;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What becomes of a file.
     *
     * @param added new events
     * @param changed events that were there and say something else now
     * @param same events that were there as they are
     */
    record Outcome(int added, int changed, int same) {}

    /** A file, and what it would come to. */
    record Preview(BroughtFile file, ReadCalendar read, Outcome outcome) {}

    /** Keeps a file until its owner has looked at what is in it; an earlier one goes. */
    UUID bring(PersonId owner, EventKind kind, String content) {
        entities.createNamedQuery("BroughtFile.deleteOf")
                .setParameter("person", owner.value())
                .executeUpdate();
        BroughtFile file = new BroughtFile(ids.next(), owner, kind, content, now());
        entities.persist(file);
        return file.id();
    }

    /** Changes nothing. */
    Preview preview(Viewer viewer, UUID id) {
        BroughtFile file = mine(viewer, entities.find(BroughtFile.class, id));
        ReadCalendar read = read(file);
        return new Preview(file, read, compare(viewer, file, read, null));
    }

    /** Whether others will read what is in it. */
    boolean isForOthers(Viewer viewer, UUID id) {
        return mine(viewer, entities.find(BroughtFile.class, id)).kind() != EventKind.PERSONAL;
    }

    /** Takes it over. Whoever presses twice waits here, and then there is no file any more. */
    Outcome takeOver(Viewer viewer, UUID id) {
        BroughtFile file =
                mine(viewer, entities.find(BroughtFile.class, id, LockModeType.PESSIMISTIC_WRITE));
        ImportTidings tidings = new ImportTidings(told, viewer.person());
        Outcome outcome = compare(viewer, file, read(file), tidings);
        tidings.tell(file.id());
        entities.remove(file);
        return outcome;
    }

    private static BroughtFile mine(Viewer viewer, @Nullable BroughtFile file) {
        if (file == null || !file.isOf(viewer.person())) {
            throw Refusal.notFound();
        }
        if (!viewer.kinds().contains(file.kind())) {
            throw Refusal.forbidden();
        }
        return file;
    }

    private ReadCalendar read(BroughtFile file) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        return new CalendarReader(today).read(file.content());
    }

    /**
     * @param tidings what becomes of it is said there; null if it is only found out what would be
     */
    private Outcome compare(
            Viewer viewer, BroughtFile file, ReadCalendar read, @Nullable ImportTidings tidings) {
        EventKind kind = file.kind();
        Map<UUID, ReadEvent> wanted = new HashMap<>();
        read.events().forEach(event -> wanted.put(identity(viewer, kind, event), event));
        Map<UUID, CalendarEvent> there = there(new ArrayList<>(wanted.keySet()));
        Map<UUID, List<EventException>> exceptions = agenda.exceptionsOf(there.keySet());
        int added = 0;
        int changed = 0;
        List<EventException> leftOut = new ArrayList<>();
        for (Map.Entry<UUID, ReadEvent> each : wanted.entrySet()) {
            Imported event = new Imported(kind, each.getValue());
            CalendarEvent before = there.get(each.getKey());
            List<LocalDate> days =
                    exceptions.getOrDefault(each.getKey(), List.of()).stream()
                            .map(EventException::day)
                            .toList();
            if (before == null) {
                added++;
            } else if (before.isWithdrawn() || event.isAs(before, days)) {
                continue;
            } else {
                changed++;
            }
            if (tidings != null) {
                write(viewer, each.getKey(), event, before, days, tidings);
                event.except().forEach(day -> leftOut.add(exception(each.getKey(), day)));
            }
        }
        if (tidings != null) {
            // In this order, and all at once: exceptions point to their event by identity only.
            entities.flush();
            leftOut.forEach(entities::persist);
        }
        return new Outcome(added, changed, wanted.size() - added - changed);
    }

    /** The same event for the same calendar has always the same identity. */
    private static UUID identity(Viewer viewer, EventKind kind, ReadEvent event) {
        String whose = kind == EventKind.PERSONAL ? viewer.person().toString() : kind.name();
        return UUID.nameUUIDFromBytes(
                ("import " + whose + " " + event.uid()).getBytes(StandardCharsets.UTF_8));
    }

    private Map<UUID, CalendarEvent> there(List<UUID> wanted) {
        Map<UUID, CalendarEvent> there = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            entities.createNamedQuery("CalendarEvent.these", CalendarEvent.class)
                    .setParameter(
                            "ids", wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())))
                    .getResultStream()
                    .forEach(event -> there.put(event.id(), event));
        }
        return there;
    }

    private void write(
            Viewer viewer,
            UUID id,
            Imported event,
            @Nullable CalendarEvent before,
            List<LocalDate> leftOut,
            ImportTidings tidings) {
        if (before == null) {
            CalendarEvent added =
                    new CalendarEvent(id, viewer.person(), event.kind(), event.uid(id));
            say(added, event);
            entities.persist(added);
        } else {
            Known known = Known.of(before, leftOut);
            if (!before.text().equals(event.text())) {
                Planning.keepIfSeen(deleted, before, viewer.person());
            }
            entities.createNamedQuery("EventException.deleteOf")
                    .setParameter("events", List.of(id))
                    .executeUpdate();
            say(before, event);
            tidings.changed(before, known, Known.of(before, event.except()));
        }
    }

    private void say(CalendarEvent kept, Imported event) {
        kept.say(event.text(), Readers.ALL, event.when(), event.repetition(), now());
        if (event.isCancelled()) {
            kept.cancel(now());
        } else if (kept.isCancelled()) {
            kept.restore(now());
        }
    }

    private EventException exception(UUID event, LocalDate day) {
        return new EventException(ids.next(), event, day, EventException.Kind.LEFT_OUT);
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

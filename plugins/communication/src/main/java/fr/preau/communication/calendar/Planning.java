package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.KeepingDeleted;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What people do with events: enter, change, cancel, take back, delete. Each runs in the one
 * transaction that the host opened for the request.
 */
final class Planning {

    private final EntityManager entities;
    private final Agenda agenda;
    private final SchoolCalendar school;
    private final EventTidings told;
    private final KeepingDeleted deleted;
    private final NewIds ids;
    private final Clock clock;

    Planning(
            EntityManager entities,
            Agenda agenda,
            SchoolCalendar school,
            EventTidings told,
            KeepingDeleted deleted,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.agenda = agenda;
        this.school = school;
        this.told = told;
        this.deleted = deleted;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Enters an event, once for each form.
     *
     * @param form the hidden key of the form
     * @return its identity: for a form that comes again, that of the first time
     */
    UUID enter(Viewer author, Plan plan, UUID form) {
        require(author.kinds().contains(plan.kind()));
        require(plan.kind() != EventKind.CLASSES || author.writesTo(plan.classes()));
        UUID id = identity(author, plan, form);
        CalendarEvent event = claim(id, author, plan.kind(), id + "@preau", plan.when().firstDay());
        if (event.revision() == 0) {
            event.say(plan.text(), plan.readers(), plan.when(), plan.repetition(), now());
            entities.flush();
            setClasses(event, plan.classes());
        }
        return id;
    }

    /**
     * The same form with the same content is the same event; whoever goes back and changes what is
     * still on the screen enters another one.
     */
    private static UUID identity(Viewer author, Plan plan, UUID form) {
        String held = author.person() + " " + form + " " + plan;
        return UUID.nameUUIDFromBytes(held.getBytes(StandardCharsets.UTF_8));
    }

    private CalendarEvent claim(
            UUID id, Viewer author, EventKind kind, String uid, LocalDate firstDay) {
        entities.createNamedQuery("CalendarEvent.claim")
                .setParameter(1, id.toString())
                .setParameter(2, author.person().toString())
                .setParameter(3, kind.name())
                .setParameter(4, firstDay)
                .setParameter(5, uid)
                .setParameter(6, LocalDateTime.ofInstant(now(), ZoneOffset.UTC))
                .executeUpdate();
        return entities.find(CalendarEvent.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Changes an event.
     *
     * @param seen the revision that was on the screen
     * @return whether it was still that one; if not, nothing is changed
     */
    boolean change(Viewer viewer, UUID id, Plan plan, int seen) {
        CalendarEvent event = locked(viewer, id);
        List<ClassId> before = classesOf(event);
        require(viewer.changes(event, before));
        require(plan.kind() == event.kind());
        require(plan.kind() != EventKind.CLASSES || viewer.writesTo(plan.classes()));
        if (event.revision() != seen) {
            return false;
        }
        boolean moves = moves(event, plan);
        boolean elsewhere = !event.text().place().equals(plan.text().place());
        if (!event.text().equals(plan.text())) {
            keepIfSeen(deleted, event, viewer.person());
        }
        event.say(plan.text(), plan.readers(), plan.when(), plan.repetition(), now());
        forgetExceptions(event);
        if (!List.copyOf(plan.classes()).equals(before)) {
            entities.createNamedQuery("EventClass.deleteOf")
                    .setParameter("events", List.of(id))
                    .executeUpdate();
            setClasses(event, plan.classes());
        }
        if ((moves || elsewhere) && !event.isCancelled()) {
            told.moved(event, plan.classes(), moves, viewer.person());
        }
        return true;
    }

    /** What others have read of an event is kept before it goes or says something else. */
    static void keepIfSeen(KeepingDeleted deleted, CalendarEvent event, PersonId by) {
        if (event.kind() != EventKind.PERSONAL && !event.isWithdrawn()) {
            deleted.keep(Evidence.Kind.EVENT, event.id(), ReportedEvents.shown(event), by);
        }
    }

    /** To other times than readers know. */
    private static boolean moves(CalendarEvent event, Plan plan) {
        return !event.when().equals(plan.when()) || !event.repetition().equals(plan.repetition());
    }

    /** Those of days on which it does not come any more. */
    private void forgetExceptions(CalendarEvent event) {
        for (EventException exception : agenda.exceptionsOf(event.id())) {
            if (!isOn(event, exception.day())) {
                entities.remove(exception);
            }
        }
    }

    private boolean isOn(CalendarEvent event, LocalDate day) {
        return event.repetition().takesPlaceOn(day, event.when(), school);
    }

    /** All of an event does not take place. */
    void cancel(Viewer viewer, UUID id) {
        CalendarEvent event = mine(viewer, id);
        event.cancel(now());
        told.cancelled(event, classesOf(event), null, viewer.person());
    }

    /** It takes place after all, but for the times that were cancelled by themselves. */
    void restore(Viewer viewer, UUID id) {
        CalendarEvent event = mine(viewer, id);
        boolean was = event.isCancelled();
        event.restore(now());
        if (was) {
            told.takesPlace(event, classesOf(event), null, viewer.person());
        }
    }

    /** One of its times does not take place. */
    void cancel(Viewer viewer, UUID id, LocalDate day) {
        CalendarEvent event = mine(viewer, id);
        require(event.repetition().repeats(event.when()) && isOn(event, day));
        boolean there = agenda.exceptionsOf(id).stream().anyMatch(each -> each.day().equals(day));
        if (!there) {
            event.touch(now());
            entities.persist(
                    new EventException(ids.next(), id, day, EventException.Kind.CANCELLED));
            told.cancelled(event, classesOf(event), day, viewer.person());
        }
    }

    /** That time takes place after all. */
    void restore(Viewer viewer, UUID id, LocalDate day) {
        CalendarEvent event = mine(viewer, id);
        int removed =
                entities.createNamedQuery("EventException.deleteOne")
                        .setParameter("event", id)
                        .setParameter("day", day)
                        .executeUpdate();
        if (removed > 0) {
            event.touch(now());
            told.takesPlace(event, classesOf(event), day, viewer.person());
        }
    }

    /** It is gone for everybody. */
    void delete(Viewer viewer, UUID id) {
        CalendarEvent event = mine(viewer, id);
        keepIfSeen(deleted, event, viewer.person());
        // Its classes and exceptions go with it, by the database.
        entities.remove(event);
        told.takeBackAll(id);
    }

    /** An event that the viewer may change. */
    private CalendarEvent mine(Viewer viewer, UUID id) {
        CalendarEvent event = locked(viewer, id);
        require(viewer.changes(event, classesOf(event)));
        return event;
    }

    /** Who does not see it is not told that it is there. */
    private CalendarEvent locked(Viewer viewer, UUID id) {
        CalendarEvent event = agenda.event(viewer, id);
        entities.refresh(event, LockModeType.PESSIMISTIC_WRITE);
        return event;
    }

    private List<ClassId> classesOf(CalendarEvent event) {
        return event.kind() == EventKind.CLASSES
                ? agenda.classesOf(List.of(event.id())).getOrDefault(event.id(), List.of())
                : List.of();
    }

    private void setClasses(CalendarEvent event, Collection<ClassId> classes) {
        if (event.kind() == EventKind.CLASSES) {
            for (ClassId each : classes) {
                entities.persist(new EventClass(ids.next(), event.id(), each));
            }
        }
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Refusal.forbidden();
        }
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package fr.preau.communication.calendar;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that takes place at a certain time, once or each week.
 *
 * <p>It is born when somebody enters it, for themselves, for classes or for the whole collège, and
 * whose it is never changes: who was told of it stays told. It is changed as long as it stands
 * there, each time with a revision more, so that two people who change it at once are told, and the
 * calendars of other programs know what is newer. When it does not take place it is cancelled, all
 * of it or one of its times, and is shown as cancelled, for an empty day tells nobody; that can be
 * taken back. Whoever entered it by mistake deletes it. What is of one person goes a year after it
 * was, the rest later ({@link PastEvents}).
 */
@Entity
@Table(name = "communication_calendar_event")
@NamedQuery(
        name = "CalendarEvent.seen",
        // Said here and not with each reading, which would then compose its SQL anew.
        hints =
                @QueryHint(
                        name = "eclipselink.jdbc.max-rows",
                        value = "" + (Agenda.MOST_EVENTS + 1)),
        query =
                "SELECT NEW fr.preau.communication.calendar.EventRow("
                        + "e.id, e.kind, e.title, e.place, e.allDay, e.firstDay, e.fromMinute,"
                        + " e.lastDay, e.toMinute, e.repeatsUntil, e.skipsHolidays, e.cancelled,"
                        + " x.day, x.kind)"
                        + " FROM CalendarEvent e"
                        // What repeats each week is not longer than a week.
                        + " LEFT JOIN EventException x ON x.eventId = e.id"
                        + " AND x.day BETWEEN :before AND :last"
                        + " WHERE e.endsOn >= :first AND e.firstDay <= :last AND e.kind IN :kinds"
                        + CalendarEvent.SEEN
                        + " ORDER BY e.firstDay, e.fromMinute, e.id")
@NamedQuery(
        name = "CalendarEvent.seenOne",
        query = "SELECT e FROM CalendarEvent e WHERE e.id = :event" + CalendarEvent.SEEN)
@NamedQuery(
        name = "CalendarEvent.seenWhole",
        query =
                "SELECT e FROM CalendarEvent e"
                        + " WHERE e.endsOn >= :first AND e.firstDay <= :last"
                        + CalendarEvent.SEEN
                        + " ORDER BY e.firstDay, e.fromMinute, e.id")
@NamedQuery(
        name = "CalendarEvent.ofAuthor",
        query =
                "SELECT e FROM CalendarEvent e WHERE e.authorId = :person"
                        + " ORDER BY e.firstDay, e.id")
@NamedQuery(
        name = "CalendarEvent.deletePersonalOf",
        query = "DELETE FROM CalendarEvent e WHERE e.authorId = :person AND e.kind = :personal")
@NamedQuery(
        name = "CalendarEvent.renameAuthor",
        query = "UPDATE CalendarEvent e SET e.authorId = :nobody WHERE e.authorId = :person")
@NamedQuery(
        name = "CalendarEvent.past",
        query =
                "SELECT e.id FROM CalendarEvent e WHERE e.endsOn < :before AND e.kind IN :kinds"
                        + " ORDER BY e.endsOn")
@NamedQuery(
        name = "CalendarEvent.these",
        query = "SELECT e FROM CalendarEvent e WHERE e.id IN :ids")
@NamedQuery(
        name = "CalendarEvent.deleteThese",
        query = "DELETE FROM CalendarEvent e WHERE e.id IN :ids")
@NamedNativeQuery(
        name = "CalendarEvent.claim",
        // The same form sent twice waits here for the first one, and then enters nothing.
        query =
                "INSERT INTO communication_calendar_event (id, author_id, kind, for_pupils,"
                        + " for_guardians, for_teachers, title, place, details, all_day, first_day,"
                        + " from_minute, last_day, to_minute, repeats_until, skips_holidays, ends_on,"
                        + " cancelled, uid, revision, changed_at) VALUES (?1, ?2, ?3, FALSE, FALSE,"
                        + " FALSE, '', '', '', FALSE, ?4, 0, ?4, 0, ?4, FALSE, ?4, FALSE, ?5, 0, ?6) ON"
                        + " DUPLICATE KEY UPDATE id = id")
public class CalendarEvent {

    /**
     * Which events somebody sees: their own; those of the collège, and of their classes, that are
     * for their profile. The staff see all but those of others alone. Nobody sees what was
     * withdrawn.
     */
    static final String SEEN =
            " AND e.withdrawn = FALSE AND (e.authorId = :person"
                    + " OR (e.kind <> :personal"
                    + " AND (:profile = 'STAFF'"
                    + " OR ((:profile = 'PUPIL' AND e.forPupils = TRUE"
                    + " OR :profile = 'GUARDIAN' AND e.forGuardians = TRUE"
                    + " OR :profile = 'TEACHER' AND e.forTeachers = TRUE)"
                    + " AND (e.kind = :college"
                    + " OR EXISTS (SELECT c.id FROM EventClass c"
                    + " WHERE c.eventId = e.id AND c.classId IN :classes))))))";

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    @Column(name = "for_pupils")
    private boolean forPupils;

    @Column(name = "for_guardians")
    private boolean forGuardians;

    @Column(name = "for_teachers")
    private boolean forTeachers;

    private String title;

    private String place;

    private String details;

    @Column(name = "all_day")
    private boolean allDay;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "from_minute")
    private int fromMinute;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "to_minute")
    private int toMinute;

    @Column(name = "repeats_until")
    private LocalDate repeatsUntil;

    @Column(name = "skips_holidays")
    private boolean skipsHolidays;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private boolean cancelled;

    private boolean withdrawn;

    private String uid;

    @Version private int revision;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected CalendarEvent() {}

    /** One that says nothing yet. */
    @SuppressWarnings("NullAway.Init")
    CalendarEvent(UUID id, PersonId author, EventKind kind, String uid) {
        this.id = id;
        this.authorId = author.value();
        this.kind = kind;
        this.uid = uid;
    }

    /** It says this from now on. */
    void say(EventText text, Readers readers, When when, Repetition repetition, Instant now) {
        title = text.title();
        place = text.place();
        details = text.details();
        forPupils = kind != EventKind.PERSONAL && readers.pupils();
        forGuardians = kind != EventKind.PERSONAL && readers.guardians();
        forTeachers = kind != EventKind.PERSONAL && readers.teachers();
        allDay = when.allDay();
        firstDay = when.firstDay();
        fromMinute = when.fromMinute();
        lastDay = when.lastDay();
        toMinute = when.toMinute();
        repeatsUntil = repetition.until();
        skipsHolidays = repetition.skipsHolidays();
        endsOn = repetition.lastBeginning(when).plusDays(when.span());
        changedAt = now;
    }

    /** None of its times takes place. */
    void cancel(Instant now) {
        cancelled = true;
        changedAt = now;
    }

    /** It takes place after all. */
    void restore(Instant now) {
        cancelled = false;
        changedAt = now;
    }

    /** The school takes it from everybody, its author too. */
    void withdraw(Instant now) {
        withdrawn = true;
        changedAt = now;
    }

    void giveBack(Instant now) {
        withdrawn = false;
        changedAt = now;
    }

    /** One of its times has changed. */
    void touch(Instant now) {
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    PersonId author() {
        return new PersonId(authorId);
    }

    EventKind kind() {
        return kind;
    }

    Readers readers() {
        return new Readers(forPupils, forGuardians, forTeachers);
    }

    EventText text() {
        return new EventText(title, place, details);
    }

    When when() {
        return When.stored(allDay, firstDay, fromMinute, lastDay, toMinute);
    }

    Repetition repetition() {
        return new Repetition(repeatsUntil, skipsHolidays);
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isCancelled() {
        return cancelled;
    }

    String uid() {
        return uid;
    }

    int revision() {
        return revision;
    }

    Instant changedAt() {
        return changedAt;
    }
}

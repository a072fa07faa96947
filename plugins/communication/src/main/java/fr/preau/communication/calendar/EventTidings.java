package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells those an event is for that it does not take place, or at another time or place: a changed
 * square in a calendar is seen too late. What is past, or one's own, is told to nobody; what takes
 * place after all is taken back.
 */
final class EventTidings {

    /** As the manifest declares it. */
    private static final String CHANGED = "event-changed";

    private final Notices notices;
    private final Directory directory;
    private final Clock clock;

    EventTidings(Notices notices, Directory directory, Clock clock) {
        this.notices = notices;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * It does not take place.
     *
     * @param classes those of an event of classes
     * @param day of the time that is cancelled; null for all of them
     * @param by who cancels, and knows
     */
    void cancelled(
            CalendarEvent event,
            Collection<ClassId> classes,
            @Nullable LocalDate day,
            PersonId by) {
        if (day == null) {
            notices.withdrawAll(movedKey(event.id()));
        }
        LocalDate last = day == null ? lastDay(event) : day;
        LocalDate said = day == null ? event.when().firstDay() : day;
        Notice notice =
                Notice.of(
                        CHANGED,
                        key(event.id(), day),
                        Wording.of(
                                "calendar.notice.cancelled",
                                event.text().title(),
                                FrenchDays.dayOfYear(said)),
                        new EventDay(event.id(), day).address());
        tell(event, classes, last, notice, by);
    }

    /** It takes place at another time or place than was said; what was told of that is gone. */
    void moved(CalendarEvent event, Collection<ClassId> classes, boolean time, PersonId by) {
        notices.withdrawAll(movedKey(event.id()));
        Notice notice =
                notice(
                        event,
                        Wording.of(
                                "calendar.notice.moved",
                                event.text().title(),
                                when(
                                        event,
                                        time
                                                ? "calendar.notice.series"
                                                : "calendar.notice.planned")),
                        null);
        tell(event, classes, lastDay(event), notice, by);
    }

    /** That of each change is another one. */
    private static Notice notice(CalendarEvent event, String words, @Nullable LocalDate day) {
        return Notice.of(
                CHANGED,
                movedKey(event.id()) + "-" + event.revision(),
                words,
                new EventDay(event.id(), day).address());
    }

    /** When and where; of a series its page says when. */
    private static String when(CalendarEvent event, String series) {
        String when =
                event.repetition().repeats(event.when())
                        ? Wording.of(series)
                        : Said.whole(event.when());
        String place = event.text().place();
        return place.isBlank() ? when : when + ", " + place;
    }

    private void tell(
            CalendarEvent event,
            Collection<ClassId> classes,
            LocalDate last,
            Notice notice,
            PersonId by) {
        if (event.kind() != EventKind.PERSONAL && !isPast(last)) {
            tell(people(event, classes), notice, by);
        }
    }

    private void tell(Stream<PersonId> people, Notice notice, PersonId by) {
        List<PersonId> others = people.filter(person -> !person.equals(by)).distinct().toList();
        if (!others.isEmpty()) {
            notices.tell(notice, others);
        }
    }

    private boolean isPast(LocalDate last) {
        return last.isBefore(LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE));
    }

    /** Whether anybody is told of what becomes of it. */
    boolean isToTell(CalendarEvent event) {
        return event.kind() != EventKind.PERSONAL && !isPast(lastDay(event));
    }

    /**
     * So many events of the collège have changed at once that nobody wants to hear of each.
     *
     * @param file that has changed them
     */
    void changedTogether(List<CalendarEvent> events, UUID file, PersonId by) {
        Notice notice =
                Notice.of(
                        CHANGED,
                        "imported-" + file,
                        Wording.of("calendar.notice.together", events.size()),
                        "/calendar");
        events.forEach(event -> takeBackAll(event.id()));
        // Most are for the same people, who are looked up once.
        Stream<PersonId> people =
                events.stream()
                        .collect(
                                Collectors.toMap(
                                        CalendarEvent::readers, e -> e, (one, same) -> one))
                        .values()
                        .stream()
                        .flatMap(event -> people(event, List.of()));
        tell(people, notice, by);
    }

    private static LocalDate lastDay(CalendarEvent event) {
        return event.repetition().lastBeginning(event.when()).plusDays(event.when().span());
    }

    private Stream<PersonId> people(CalendarEvent event, Collection<ClassId> classes) {
        Collection<ClassId> whose =
                event.kind() == EventKind.COLLEGE
                        ? directory.classes().stream().map(SchoolClass::id).toList()
                        : classes;
        if (whose.isEmpty()) {
            return Stream.empty();
        }
        Readers readers = event.readers();
        return Stream.of(
                        readers.pupils() ? directory.pupilsOf(whose) : List.<Person>of(),
                        readers.guardians() ? directory.guardiansOf(whose) : List.<Person>of(),
                        readers.teachers() ? directory.teachersOf(whose) : List.<Person>of())
                .flatMap(List::stream)
                .map(Person::id);
    }

    /**
     * It takes place after all: whoever has read that it does not must learn it.
     *
     * @param day of the time that takes place; null for all of them but those cancelled by
     *     themselves
     */
    void takesPlace(
            CalendarEvent event,
            Collection<ClassId> classes,
            @Nullable LocalDate day,
            PersonId by) {
        notices.withdraw(key(event.id(), day));
        tell(
                event,
                classes,
                day == null ? lastDay(event) : day,
                notice(
                        event,
                        Wording.of(
                                "calendar.notice.restored",
                                event.text().title(),
                                day == null
                                        ? when(event, "calendar.notice.planned")
                                        : FrenchDays.dayOfYear(day)),
                        day),
                by);
    }

    /** It is gone, with whatever was told of any of its days. */
    void takeBackAll(UUID event) {
        toldAs(event).forEach(notices::withdrawAll);
    }

    /** With what the keys of all that was told of it begin. */
    static List<String> toldAs(UUID event) {
        return List.of(key(event, null), movedKey(event));
    }

    private static String movedKey(UUID event) {
        return "moved-" + event;
    }

    /** That of one day begins with that of all of them. */
    private static String key(UUID event, @Nullable LocalDate day) {
        return "cancelled-" + event + (day == null ? "" : "-" + day);
    }
}

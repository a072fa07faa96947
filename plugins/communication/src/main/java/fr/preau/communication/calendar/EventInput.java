package fr.preau.communication.calendar;

import fr.preau.api.school.ClassId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event as it was filled in. Without hours it takes whole days.
 *
 * @param event the event that is changed; none for a new one
 * @param readers whom it is for, of {@code pupils}, {@code guardians}, {@code teachers}
 * @param from an hour as {@code 17:30}
 * @param lastDay empty for one day
 * @param until each week until this day
 * @param skip ticked when holidays are left out
 * @param key the hidden key of the form
 * @param revision that was on the screen
 */
public record EventInput(
        @Nullable UUID event,
        @Nullable String title,
        @Nullable EventKind kind,
        @Nullable List<ClassId> classes,
        @Nullable List<String> readers,
        @Nullable LocalDate day,
        @Nullable String from,
        @Nullable LocalDate lastDay,
        @Nullable String to,
        @Nullable LocalDate until,
        @Nullable List<String> skip,
        @Nullable String place,
        @Nullable String details,
        @Nullable UUID key,
        @Nullable Integer revision) {

    static final String PUPILS = "pupils";
    static final String GUARDIANS = "guardians";
    static final String TEACHERS = "teachers";

    List<ClassId> classesOrNone() {
        return classes == null ? List.of() : classes.stream().distinct().toList();
    }

    Readers whom() {
        List<String> named = readers == null ? List.of() : readers;
        return new Readers(
                named.contains(PUPILS), named.contains(GUARDIANS), named.contains(TEACHERS));
    }

    boolean skipsHolidays() {
        return skip != null && !skip.isEmpty();
    }
}

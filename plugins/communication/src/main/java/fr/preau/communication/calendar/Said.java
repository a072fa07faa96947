package fr.preau.communication.calendar;

import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;

/** When something is, in words. */
final class Said {

    private Said() {}

    /** The hours of something that is looked at on its first day. */
    static String hours(When when) {
        if (!when.lastDayShown().equals(when.firstDay())) {
            return whole(when);
        }
        if (when.allDay()) {
            return Wording.of("calendar.when.allDay");
        }
        return when.fromMinute() == when.toMinute() && when.span() == 0
                ? Wording.of("calendar.when.at", FrenchDays.hour(when.from()))
                : Wording.of(
                        "calendar.when.hours",
                        FrenchDays.hour(when.from()),
                        FrenchDays.hour(when.to()));
    }

    /** Day and hours of something in the days after today; of what has begun, all of it. */
    static String near(When when, LocalDate today) {
        if (!when.lastDayShown().equals(when.firstDay())) {
            return whole(when);
        }
        String day =
                when.firstDay().equals(today)
                        ? Wording.of("calendar.today")
                        : when.firstDay().equals(today.plusDays(1))
                                ? Wording.of("calendar.tomorrow")
                                : FrenchDays.dayOfYear(when.firstDay());
        return Wording.of("calendar.when.day", day, hours(when));
    }

    /** Day and hours. */
    static String whole(When when) {
        String first = FrenchDays.day(when.firstDay());
        String last = FrenchDays.day(when.lastDay());
        if (when.lastDayShown().equals(when.firstDay())) {
            return Wording.of("calendar.when.day", first, hours(when));
        }
        return when.allDay()
                ? Wording.of("calendar.when.days", first, last)
                : Wording.of(
                        "calendar.when.daysAndHours",
                        first,
                        FrenchDays.hour(when.from()),
                        last,
                        FrenchDays.hour(when.to()));
    }

    /** How it comes again; empty for what comes once. */
    static String repetition(When first, Repetition repetition) {
        if (!repetition.repeats(first)) {
            return "";
        }
        return Wording.of(
                repetition.skipsHolidays()
                        ? "calendar.repeats.withoutHolidays"
                        : "calendar.repeats",
                FrenchDays.day(repetition.lastBeginning(first)));
    }
}

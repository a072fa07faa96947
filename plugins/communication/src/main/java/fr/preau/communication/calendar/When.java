package fr.preau.communication.calendar;

import fr.preau.api.school.SchoolCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * From when to when something is, by the clocks of Paris.
 *
 * @param allDay whether it takes whole days; then the minutes are 0
 * @param fromMinute of the first day, from 0 to 1439
 * @param toMinute of the last day, from 0 to 1439
 */
public record When(
        boolean allDay, LocalDate firstDay, int fromMinute, LocalDate lastDay, int toMinute) {

    /** Nobody enters a longer one; what does not end is many events. */
    static final int LONGEST_DAYS = 60;

    private static final int MINUTES_OF_A_DAY = 24 * 60;

    public When {
        requireMinute(fromMinute);
        requireMinute(toMinute);
        boolean backwards =
                lastDay.isBefore(firstDay) || (lastDay.equals(firstDay) && toMinute < fromMinute);
        if (backwards || (allDay && fromMinute + toMinute > 0)) {
            throw new IllegalArgumentException(
                    "from " + firstDay + " " + fromMinute + " to " + lastDay + " " + toMinute);
        }
    }

    private static void requireMinute(int minute) {
        if (minute < 0 || minute >= MINUTES_OF_A_DAY) {
            throw new IllegalArgumentException("no minute of a day: " + minute);
        }
    }

    static When wholeDays(LocalDate first, LocalDate last) {
        return new When(true, first, 0, last, 0);
    }

    /** As a row holds it, where whole days have no hours whatever else stands there. */
    static When stored(
            boolean allDay, LocalDate firstDay, int fromMinute, LocalDate lastDay, int toMinute) {
        return allDay
                ? wholeDays(firstDay, lastDay)
                : new When(false, firstDay, fromMinute, lastDay, toMinute);
    }

    /** The same so many days later; the hours stay, also over a change of the clocks. */
    When plusDays(long days) {
        return new When(
                allDay, firstDay.plusDays(days), fromMinute, lastDay.plusDays(days), toMinute);
    }

    /**
     * When it begins. An hour that the clocks leave out is the next one, one that they show twice
     * is the first of the two (RFC 5545, 3.3.5, says the same).
     */
    ZonedDateTime start() {
        return firstDay.atTime(from()).atZone(SchoolCalendar.ZONE);
    }

    /** When it ends: for whole days, the midnight after the last one. */
    ZonedDateTime end() {
        return allDay
                ? lastDay.plusDays(1).atStartOfDay(SchoolCalendar.ZONE)
                : lastDay.atTime(to()).atZone(SchoolCalendar.ZONE);
    }

    LocalTime from() {
        return LocalTime.of(fromMinute / 60, fromMinute % 60);
    }

    LocalTime to() {
        return LocalTime.of(toMinute / 60, toMinute % 60);
    }

    /**
     * The last day on which there is something of it: what ends at midnight ends the day before.
     */
    LocalDate lastDayShown() {
        boolean endsAtMidnight = !allDay && toMinute == 0 && lastDay.isAfter(firstDay);
        return endsAtMidnight ? lastDay.minusDays(1) : lastDay;
    }

    /** How many days after its first day it ends. */
    long span() {
        return ChronoUnit.DAYS.between(firstDay, lastDay);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDayShown());
    }
}

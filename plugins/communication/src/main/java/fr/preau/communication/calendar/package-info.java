/**
 * Events of the collège, of its classes and of each person, beside the holidays.
 *
 * <p>{@link fr.preau.communication.calendar.CalendarEvent} tells the life of an event, {@link
 * fr.preau.communication.calendar.Viewer} who sees and who changes which. What people see comes
 * from {@link fr.preau.communication.calendar.Agenda}, what they do is in {@link
 * fr.preau.communication.calendar.Planning}.
 */
@NullMarked
package fr.preau.communication.calendar;

import org.jspecify.annotations.NullMarked;

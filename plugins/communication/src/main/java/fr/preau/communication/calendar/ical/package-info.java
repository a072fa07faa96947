/**
 * The text form of calendars, iCalendar (RFC 5545): what Préau writes, and what it reads of what
 * others wrote.
 *
 * <p>Small and of our own, for the library of the field (ical4j) gives its time zones to the whole
 * JVM and looks for files, which a module may not do. The tests read with it what is written here.
 */
@NullMarked
package fr.preau.communication.calendar.ical;

import org.jspecify.annotations.NullMarked;

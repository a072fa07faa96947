/**
 * Meeting evenings and single slots: who receives families and when, and what families book.
 *
 * <p>{@code Meeting} knows its slots, {@code Diary} keeps people from being in two places at once,
 * {@code FamilyView} is what one guardian can book today, {@code BookingDesk} books it.
 */
@NullMarked
package fr.preau.communication.appointments;

import org.jspecify.annotations.NullMarked;

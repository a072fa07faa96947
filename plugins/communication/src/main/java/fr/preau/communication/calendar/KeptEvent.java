package fr.preau.communication.calendar;

/**
 * An event as it is handed to who entered it.
 *
 * @param what whose it is, in words
 * @param when in words
 */
public record KeptEvent(String what, String title, String when, String place, String details) {}

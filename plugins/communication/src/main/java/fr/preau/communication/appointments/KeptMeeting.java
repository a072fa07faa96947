package fr.preau.communication.appointments;

import java.time.Instant;

/**
 * Something of meetings that is kept about a person.
 *
 * @param what as in « Rendez-vous »
 * @param title the meeting
 * @param startsAt when
 * @param place where
 * @param note what the school has noted beside it
 */
public record KeptMeeting(String what, String title, Instant startsAt, String place, String note) {}

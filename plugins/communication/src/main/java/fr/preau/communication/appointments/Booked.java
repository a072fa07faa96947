package fr.preau.communication.appointments;

/** A booking and the meeting at which it is. */
public record Booked(Booking booking, Meeting meeting) {}

package fr.preau.communication.appointments;

/** A host and the meeting at which they receive. */
public record Hosted(MeetingHost host, Meeting meeting) {}

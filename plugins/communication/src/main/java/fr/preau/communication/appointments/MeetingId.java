package fr.preau.communication.appointments;

import java.util.UUID;

/** Which meeting. */
public record MeetingId(UUID meeting) {}

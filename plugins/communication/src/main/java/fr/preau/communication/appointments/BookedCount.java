package fr.preau.communication.appointments;

import java.util.UUID;

/** How many meetings a host has so far. */
public record BookedCount(UUID host, long bookings) {}

package fr.preau.communication.appointments;

import java.util.UUID;

/** Five minutes in which somebody is taken. */
public record BusyTick(UUID person, int tick) {}

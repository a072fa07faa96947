package fr.preau.communication.calendar;

import java.util.UUID;

/** Something was done with an event. */
public record EventDone(UUID event) {}

package fr.preau.communication.calendar;

import java.util.UUID;

/** Which of the files that somebody brought. */
public record BroughtInput(UUID file) {}

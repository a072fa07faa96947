package fr.preau.communication.surveys;

import java.util.UUID;

/** A text that somebody has written. */
public record TextAnswer(UUID question, String text) {}

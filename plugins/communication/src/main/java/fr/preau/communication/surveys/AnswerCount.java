package fr.preau.communication.surveys;

import java.util.UUID;

/** How many have answered a question so. */
public record AnswerCount(UUID question, String value, long count) {}

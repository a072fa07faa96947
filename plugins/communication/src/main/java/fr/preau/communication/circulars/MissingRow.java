package fr.preau.communication.circulars;

import java.util.UUID;

/** A child for whom an answer is missing. */
public record MissingRow(UUID childRow, UUID child, String name, String className) {}

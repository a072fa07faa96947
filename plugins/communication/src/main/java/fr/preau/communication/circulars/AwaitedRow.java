package fr.preau.communication.circulars;

import java.util.UUID;

/** A guardian who is still asked for an answer for a child. */
public record AwaitedRow(UUID recipient, UUID childRow, UUID guardian, String name) {}

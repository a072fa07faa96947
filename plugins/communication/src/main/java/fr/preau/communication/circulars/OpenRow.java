package fr.preau.communication.circulars;

import java.util.UUID;

/** A guardian who is still asked for an answer for a child. */
public record OpenRow(UUID recipient, UUID childRow, UUID child, UUID guardian) {}

package fr.preau.communication.circulars;

import java.time.Instant;
import java.util.UUID;

/** A draft as a list names it. */
public record CircularDraftRow(UUID draft, String title, Instant editedAt) {}

package fr.preau.portal.pages;

import java.time.Instant;
import java.util.UUID;

/** A device that somebody has let in. */
public record DeviceLine(UUID id, String name, Instant since) {}

package fr.preau.core.notices.push;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that somebody lets Préau speak to.
 *
 * @param name as its owner knows it again
 */
public record Device(UUID id, String name, Instant since) {}

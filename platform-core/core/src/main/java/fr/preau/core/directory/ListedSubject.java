package fr.preau.core.directory;

import java.util.UUID;

/** What a teacher teaches as the database answers it; public for EclipseLink alone. */
public record ListedSubject(UUID teacher, String label) {}

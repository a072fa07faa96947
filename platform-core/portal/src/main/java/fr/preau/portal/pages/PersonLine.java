package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a collège.
 *
 * @param leftOn the first day away; null for who is here
 */
public record PersonLine(UUID id, String name, Profile profile, @Nullable LocalDate leftOn) {}

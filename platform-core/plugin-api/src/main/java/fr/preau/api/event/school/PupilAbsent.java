package fr.preau.api.event.school;

import fr.preau.api.event.Fact;
import fr.preau.api.school.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pupil is not at the collège; its subject is the pupil.
 *
 * @param until when the pupil is expected back; null when nobody knows
 */
@Fact("school-life.PupilAbsent")
public record PupilAbsent(PersonId pupil, Instant from, @Nullable Instant until) {}

package fr.preau.canteen.healthplan;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A pupil. */
public record PupilInput(@NotNull UUID pupil) {}

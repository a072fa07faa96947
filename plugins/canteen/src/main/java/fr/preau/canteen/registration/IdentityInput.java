package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which child that somebody registers. */
public record IdentityInput(@NotNull UUID id) {}

package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which child of an application. */
public record ChildInput(@NotNull UUID child) {}

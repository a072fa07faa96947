package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Which application. */
public record ApplicationInput(@NotNull UUID application) {}

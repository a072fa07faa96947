package fr.preau.canteen.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Something comes back to the family.
 *
 * @param id of the application, or of the child
 * @param reason as the family reads it
 */
public record RefuseInput(@NotNull UUID id, @NotBlank @Size(max = 400) String reason) {}

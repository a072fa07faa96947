package fr.preau.canteen.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Whose badge is lost.
 *
 * @param in the list from which it was said
 */
public record LostInput(@NotBlank @Size(max = 80) String in, @NotNull UUID person) {}

package fr.preau.canteen.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A badge that was read for somebody.
 *
 * @param in the list from which it was done
 * @param number as the reader typed it
 */
public record BadgeInput(
        @NotBlank @Size(max = 80) String in,
        @NotNull UUID person,
        @NotBlank @Size(max = 64) String number) {}

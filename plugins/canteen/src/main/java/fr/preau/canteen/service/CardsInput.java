package fr.preau.canteen.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** For which class, or {@code adults}, cards are printed. */
public record CardsInput(@NotBlank @Size(max = 80) String in) {}

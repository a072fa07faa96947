package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What a family is answered. */
public record AidAnswerInput(@NotNull UUID aid, @NotBlank @Size(max = 2000) String answer) {}

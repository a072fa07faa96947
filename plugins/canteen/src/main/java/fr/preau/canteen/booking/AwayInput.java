package fr.preau.canteen.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pupils who are away at noon.
 *
 * @param key of the form
 * @param in their class
 * @param pupil which ones; all of the class where none is chosen
 */
public record AwayInput(
        @NotNull UUID key,
        @NotBlank @Size(max = 80) String in,
        @Nullable List<UUID> pupil,
        @NotNull LocalDate first,
        @NotNull LocalDate last,
        @NotBlank @Size(max = 160) String reason) {

    List<UUID> chosen() {
        return pupil == null ? List.of() : pupil;
    }
}

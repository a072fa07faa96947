package fr.preau.canteen.service;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who of a class has eaten, as somebody ticked it.
 *
 * @param in the class
 * @param counted who was counted when the form was drawn: what a device has said since stays
 * @param pupil who is ticked
 */
public record ByHandInput(
        @NotNull LocalDate day,
        @NotBlank @Size(max = 80) String in,
        @Nullable @Size(max = 200) List<UUID> counted,
        @Nullable @Size(max = 200) List<UUID> pupil) {

    List<UUID> before() {
        return counted == null ? List.of() : counted;
    }

    List<UUID> ticked() {
        return pupil == null ? List.of() : pupil;
    }
}

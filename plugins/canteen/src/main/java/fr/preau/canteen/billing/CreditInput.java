package fr.preau.canteen.billing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some meals of an invoice are taken back.
 *
 * @param meal which ones, each a place and a day
 * @param reason as the family reads it
 */
public record CreditInput(
        @NotNull UUID invoice,
        @Nullable @Size(max = 1000) List<String> meal,
        @NotBlank @Size(max = 400) String reason) {

    /** By the place of their line; what names no meal counts for nothing. */
    Map<Integer, List<LocalDate>> days() {
        Map<Integer, List<LocalDate>> days = new LinkedHashMap<>();
        for (String each : meal == null ? List.<String>of() : meal.stream().distinct().toList()) {
            String[] parts = each.split(":", 2);
            if (parts.length == 2 && parts[0].matches("[0-9]{1,4}")) {
                try {
                    days.computeIfAbsent(Integer.valueOf(parts[0]), place -> new ArrayList<>())
                            .add(LocalDate.parse(parts[1]));
                } catch (DateTimeParseException e) {
                    continue; // such as 30 February
                }
            }
        }
        return days;
    }
}

package fr.preau.canteen.service;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device sends.
 *
 * @param entries as {@link Entry} reads them; none where it only asks
 * @param after of the last answer; null for all that others have written
 */
public record EntriesInput(
        @NotNull UUID device,
        @NotNull LocalDate day,
        @Nullable @Size(max = MOST) List<@NotNull @Size(max = 1000) String> entries,
        @Nullable @Size(max = 40) String after) {

    /** So many at once. */
    static final int MOST = 500;

    /** Since when; what is no moment asks for all. */
    Instant since() {
        try {
            return after == null ? Instant.EPOCH : Instant.parse(after);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    List<String> sent() {
        return entries == null ? List.of() : entries;
    }
}

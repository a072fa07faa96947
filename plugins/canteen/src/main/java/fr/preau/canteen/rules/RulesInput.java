package fr.preau.canteen.rules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a school year as they were typed.
 *
 * @param year the civil year in which it begins
 * @param days on which the canteen serves, by the numbers of ISO 8601: Monday is 1
 * @param cutoffTime as in {@code 10:30}
 * @param version the one that was on the screen
 */
public record RulesInput(
        @NotNull @Min(2000) @Max(2100) Integer year,
        @NotNull LocalDate campaignFrom,
        @NotNull LocalDate campaignUntil,
        @NotNull LocalDate daysUntil,
        @Nullable List<Integer> days,
        @NotNull @Min(0) @Max(CutOff.MOST_DAYS) Integer cutoffDays,
        @NotBlank @Size(max = 5) String cutoffTime,
        @NotNull LocalDate term1,
        @NotNull LocalDate term2,
        @NotNull LocalDate term3,
        @NotNull @Min(0) @Max(12) Integer noticeWeeks,
        @NotNull @Min(0) @Max(3) Integer changes,
        @Nullable Integer version) {}

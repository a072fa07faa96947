package fr.preau.canteen.rules;

import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a school year as they were typed, and says what does not fit together. */
final class RulesCheck {

    private static final ModuleTexts TEXTS = ModuleTexts.of(RulesCheck.class);

    private final RulesInput input;
    private Violations violations = Violations.none();

    RulesCheck(RulesInput input) {
        this.input = input;
    }

    Violations violations() {
        return violations;
    }

    /** Empty where something is wrong. */
    Optional<Terms> terms() {
        SchoolYear year = new SchoolYear(input.year());
        Set<DayOfWeek> days = Weekdays.of(input.days());
        LocalTime time = time();
        require(!days.isEmpty(), "days", "rules.problem.days");
        require(time != null, "cutoffTime", "rules.problem.time");
        require(
                input.campaignFrom().isBefore(input.campaignUntil()),
                "campaignUntil",
                "rules.problem.campaign");
        require(
                !input.campaignFrom().isBefore(year.firstDay().minusMonths(6))
                        && !input.campaignUntil().isAfter(year.lastDay()),
                "campaignFrom",
                "rules.problem.summer",
                year);
        require(year.has(input.daysUntil()), "daysUntil", "rules.problem.year", year);
        List<LocalDate> ends = List.of(input.term1(), input.term2(), input.term3());
        for (int i = 0; i < Terms.TERMS; i++) {
            String field = "term" + (i + 1);
            require(year.has(ends.get(i)), field, "rules.problem.year", year);
            require(i == 0 || ends.get(i).isAfter(ends.get(i - 1)), field, "rules.problem.order");
        }
        return violations.isEmpty() && time != null
                ? Optional.of(
                        new Terms(
                                year,
                                input.campaignFrom(),
                                input.campaignUntil(),
                                input.daysUntil(),
                                days,
                                new CutOff(input.cutoffDays(), time),
                                ends,
                                input.noticeWeeks(),
                                input.changes()))
                : Optional.empty();
    }

    private @Nullable LocalTime time() {
        try {
            return LocalTime.parse(input.cutoffTime().strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void require(boolean right, String field, String key, Object... arguments) {
        if (!right && violations.of(field).isEmpty()) {
            violations = violations.and(Violations.of(field, TEXTS.text(key, arguments)));
        }
    }
}

package fr.preau.canteen.rules;

import fr.preau.api.route.Violations;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of the rules of a school year: as they are kept, after the year before, or as typed. */
final class RulesForm {

    private static final Set<Integer> USUAL_DAYS = Set.of(1, 2, 4, 5);

    private RulesForm() {}

    /** That of a place which fixes none. */
    static RulesPage elsewhere(int year) {
        return page(false, year, "", "", "", USUAL_DAYS, "", "", "", "", "", "", "", 0);
    }

    static RulesPage kept(CanteenRules rules) {
        return of(rules.terms(), rules.version());
    }

    private static RulesPage of(Terms terms, int version) {
        return page(
                true,
                terms.year().begins(),
                terms.campaignFrom().toString(),
                terms.campaignUntil().toString(),
                terms.daysUntil().toString(),
                terms.weekdays().stream().map(DayOfWeek::getValue).collect(Collectors.toSet()),
                String.valueOf(terms.cutOff().schoolDays()),
                terms.cutOff().time().toString(),
                terms.termEnds().get(0).toString(),
                terms.termEnds().get(1).toString(),
                terms.termEnds().get(2).toString(),
                String.valueOf(terms.noticeWeeks()),
                String.valueOf(terms.changes()),
                version);
    }

    /** A new year: as the one before, a year later, or empty. */
    static RulesPage next(int year, @Nullable CanteenRules before) {
        if (before == null) {
            return page(true, year, "", "", "", USUAL_DAYS, "1", "10:00", "", "", "", "3", "1", 0);
        }
        Terms terms = before.terms();
        int later = year - terms.year().begins();
        return of(
                new Terms(
                        new SchoolYear(year),
                        terms.campaignFrom().plusYears(later),
                        terms.campaignUntil().plusYears(later),
                        terms.daysUntil().plusYears(later),
                        terms.weekdays(),
                        terms.cutOff(),
                        terms.termEnds().stream().map(end -> end.plusYears(later)).toList(),
                        terms.noticeWeeks(),
                        terms.changes()),
                0);
    }

    /** What was not sent is null, whatever the record says. */
    static RulesPage typed(RulesInput input, Violations violations) {
        Set<Integer> days =
                input.days() == null
                        ? Set.of()
                        : input.days().stream()
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet());
        return page(
                        true,
                        input.year() == null ? 0 : input.year(),
                        day(input.campaignFrom()),
                        day(input.campaignUntil()),
                        day(input.daysUntil()),
                        days,
                        number(input.cutoffDays()),
                        Objects.requireNonNullElse(input.cutoffTime(), ""),
                        day(input.term1()),
                        day(input.term2()),
                        day(input.term3()),
                        number(input.noticeWeeks()),
                        number(input.changes()),
                        input.version() == null ? 0 : input.version())
                .refusing(violations);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static RulesPage page(
            boolean own,
            int year,
            String from,
            String until,
            String daysUntil,
            Set<Integer> days,
            String cutoffDays,
            String cutoffTime,
            String term1,
            String term2,
            String term3,
            String weeks,
            String changes,
            int version) {
        return new RulesPage(
                own,
                year,
                from,
                until,
                daysUntil,
                days,
                cutoffDays,
                cutoffTime,
                List.of(term1, term2, term3),
                weeks,
                changes,
                version,
                Violations.none());
    }
}

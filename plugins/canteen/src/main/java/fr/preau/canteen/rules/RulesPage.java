package fr.preau.canteen.rules;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.Set;

/**
 * The rules of a school year to be fixed, as they stand or as they were typed.
 *
 * @param own whether rules are fixed here
 * @param year the civil year in which it begins
 * @param days on which it serves, by the numbers of ISO 8601
 * @param version the one that is shown
 */
public record RulesPage(
        boolean own,
        int year,
        String campaignFrom,
        String campaignUntil,
        String daysUntil,
        Set<Integer> days,
        String cutoffDays,
        String cutoffTime,
        List<String> termEnds,
        String noticeWeeks,
        String changes,
        int version,
        Violations violations) {

    public RulesPage {
        days = Set.copyOf(days);
        termEnds = List.copyOf(termEnds);
    }

    /** The same with what is wrong with it. */
    RulesPage refusing(Violations wrong) {
        return new RulesPage(
                own,
                year,
                campaignFrom,
                campaignUntil,
                daysUntil,
                days,
                cutoffDays,
                cutoffTime,
                termEnds,
                noticeWeeks,
                changes,
                version,
                wrong);
    }

    /** As people call it, « 2026-2027 ». */
    public String name() {
        return new SchoolYear(year).toString();
    }
}

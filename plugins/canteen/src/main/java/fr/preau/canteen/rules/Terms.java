package fr.preau.canteen.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What holds in a canteen in one school year (règlement départemental de la restauration).
 *
 * @param campaignFrom the first day on which families register, in the summer before
 * @param campaignUntil the last one
 * @param daysUntil until when the chosen days of presence can be changed freely
 * @param weekdays on which it serves
 * @param cutOff of bookings
 * @param termEnds the last days of the three terms
 * @param noticeWeeks before the end of a term, to change the régime
 * @param changes of régime in one school year
 */
public record Terms(
        SchoolYear year,
        LocalDate campaignFrom,
        LocalDate campaignUntil,
        LocalDate daysUntil,
        Set<DayOfWeek> weekdays,
        CutOff cutOff,
        List<LocalDate> termEnds,
        int noticeWeeks,
        int changes) {

    /** As many as a school year has. */
    static final int TERMS = 3;

    public Terms {
        weekdays = Set.copyOf(weekdays);
        termEnds = List.copyOf(termEnds);
        if (termEnds.size() != TERMS) {
            throw new IllegalArgumentException(termEnds.size() + " terms");
        }
    }

    /** Whether families can register on a day. */
    public boolean isCampaign(LocalDate day) {
        return !day.isBefore(campaignFrom) && !day.isAfter(campaignUntil);
    }

    public RegimeChange regimeChange() {
        return new RegimeChange(termEnds, noticeWeeks);
    }
}

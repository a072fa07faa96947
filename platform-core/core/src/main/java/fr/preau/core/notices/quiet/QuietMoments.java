package fr.preau.core.notices.quiet;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import java.time.Instant;

/**
 * When something may leave that is ready now: what was late in its queue, or is tried again, may
 * have come into the quiet hours meanwhile.
 */
public final class QuietMoments {

    private final QuietHoursOfColleges hours;
    private final SchoolCalendar calendar;

    public QuietMoments(QuietHoursOfColleges hours, SchoolCalendar calendar) {
        this.hours = hours;
        this.calendar = calendar;
    }

    /** The first moment from this one on at which the collège may speak to people. */
    public Instant next(Uai uai, Instant from) {
        return hours.of(uai).next(from, calendar);
    }
}

package fr.preau.canteen.billing;

import fr.preau.canteen.rules.SchoolYear;
import java.time.LocalDate;

/**
 * The days whose meals are billed together, all of one school year.
 *
 * @param first of them
 * @param last of them
 */
record Period(LocalDate first, LocalDate last) {

    /** So far back meals are looked at again: what was found out later is put right. */
    private static final int MONTHS_BACK = 4;

    Period {
        if (last.isBefore(first) || !SchoolYear.of(first).equals(SchoolYear.of(last))) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    SchoolYear year() {
        return SchoolYear.of(first);
    }

    /** The first day that is looked at again. */
    LocalDate lookedAtFrom() {
        LocalDate back = first.minusMonths(MONTHS_BACK);
        return back.isBefore(year().firstDay()) ? year().firstDay() : back;
    }
}

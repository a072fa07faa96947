package fr.preau.api.route;

import fr.preau.api.agenda.Elsewhere;
import fr.preau.api.directory.Family;
import fr.preau.api.school.College;
import fr.preau.api.search.FoundElsewhere;
import java.time.Instant;
import java.util.Locale;

/**
 * What a handler may know of the call beside its input: which collège, who calls, in what language.
 */
public interface Request {

    College college();

    Caller caller();

    Locale locale();

    /**
     * What the caller has to do at their other collèges, as this module tells it there. It is asked
     * for there and then, so ask once, and before you take hold of rows.
     */
    default Elsewhere elsewhere(Instant from, Instant until) {
        return Elsewhere.NOTHING;
    }

    /**
     * What the caller finds at their other collèges, as this module is searched there. It is asked
     * for there and then, so ask once, and before you take hold of rows.
     */
    default FoundElsewhere findElsewhere(String words) {
        return FoundElsewhere.NOTHING;
    }

    /**
     * The caller's children at all collèges where this module is on, for a page at the
     * Département's own place. Needs the permissions {@code directory:read} and {@code
     * directory:guardians.read}; without them, and at a collège, it is nobody. The collèges are
     * asked there and then, so ask once, and before you take hold of rows.
     */
    default Family family() {
        return Family.NONE;
    }

    /** A request made by hand, as tests do. */
    static Request of(College college, Caller caller, Locale locale) {
        return new PlainRequest(college, caller, locale);
    }
}

package fr.preau.api.route;

import fr.preau.api.school.College;
import java.util.Locale;

/**
 * What a handler may know of the call beside its input: which collège, who calls, in what language.
 */
public interface Request {

    College college();

    Caller caller();

    Locale locale();

    /** A request made by hand, as tests do. */
    static Request of(College college, Caller caller, Locale locale) {
        return new PlainRequest(college, caller, locale);
    }
}

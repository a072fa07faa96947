package fr.preau.communication.levels;

import fr.preau.api.school.SchoolClass;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A level of a collège. The directory knows none: it is what the names of its classes begin with,
 * as the 5 of « 5eB ».
 *
 * @param number from 6 down to 3
 */
public record SchoolLevel(int number) {

    private static final Pattern NAMED = Pattern.compile("([3-6])(?!\\d)");

    public SchoolLevel {
        if (number < 3 || number > 6) {
            throw new IllegalArgumentException("a collège has no level " + number);
        }
    }

    /** The level of a class; one such as « ULIS » has none. */
    public static Optional<SchoolLevel> of(SchoolClass schoolClass) {
        Matcher named = NAMED.matcher(schoolClass.name());
        return named.lookingAt()
                ? Optional.of(new SchoolLevel(Integer.parseInt(named.group(1))))
                : Optional.empty();
    }

    /** « 5e ». */
    public String shortName() {
        return number + "e";
    }
}

package fr.preau.canteen.booking;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One meal of a child that is registered.
 *
 * @param child in its application
 */
record Meal(UUID child, LocalDate day) {

    private static final Pattern TYPED =
            Pattern.compile(
                    "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /** As a form names it; empty where it names none. */
    static Optional<Meal> of(String typed) {
        Matcher meal = TYPED.matcher(typed);
        try {
            return meal.matches()
                    ? Optional.of(
                            new Meal(
                                    UUID.fromString(meal.group(1)), LocalDate.parse(meal.group(2))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // such as 30 February
        }
    }

    @Override
    public String toString() {
        return child + ":" + day;
    }
}

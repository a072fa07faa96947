package fr.preau.canteen.registration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which applications.
 *
 * @param list which of the lists; those to be looked at where it is none
 * @param page from 1
 */
public record ApplicationsInput(@Nullable Kind list, @Nullable Integer page) {

    /** The lists of who runs the canteen. */
    public enum Kind {
        /** Their quotient is to be looked at. */
        TO_CHECK,
        /** Their quotient is accepted; a collège has not answered. */
        AT_COLLEGE,
        /** Their guardian puts something right. */
        REFUSED,
        /** Their children are registered. */
        DECIDED
    }

    Kind kind() {
        return Objects.requireNonNullElse(list, Kind.TO_CHECK);
    }

    int number() {
        return page == null || page < 1 ? 1 : page;
    }
}

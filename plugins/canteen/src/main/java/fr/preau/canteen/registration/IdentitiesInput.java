package fr.preau.canteen.registration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of the children whom somebody registers.
 *
 * @param list those that wait where it is none
 * @param page from 1
 */
public record IdentitiesInput(@Nullable Check list, @Nullable Integer page) {

    Check kind() {
        return Objects.requireNonNullElse(list, Check.WAITING);
    }

    int number() {
        return page == null || page < 1 ? 1 : page;
    }
}

package fr.preau.communication.circulars;

import fr.preau.communication.lists.PageNumber;
import fr.preau.communication.messages.CleanText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to show of how a circular is answered.
 *
 * @param of a class by its name; all of them when it is not there
 */
public record FollowInput(UUID circular, @Nullable String of, @Nullable Integer page) {

    String className() {
        return CleanText.ofLine(of);
    }

    int number() {
        return PageNumber.of(page);
    }
}

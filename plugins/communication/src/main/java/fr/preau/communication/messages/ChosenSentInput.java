package fr.preau.communication.messages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to do with which letters.
 *
 * @param chosen those that are ticked
 * @param folder where {@code FOLDER} puts them
 * @param in the list they were ticked in, as {@link ListInput#in}
 */
public record ChosenSentInput(
        SentAct act, @Nullable List<UUID> chosen, @Nullable UUID folder, @Nullable String in) {

    private static final int MOST = 100;

    List<UUID> letters() {
        return chosen == null ? List.of() : chosen.stream().distinct().limit(MOST).toList();
    }
}

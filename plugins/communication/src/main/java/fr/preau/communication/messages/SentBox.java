package fr.preau.communication.messages;

import fr.preau.api.route.Refusal;
import fr.preau.communication.folders.Folder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of sent letters.
 *
 * @param folder its name, null unless it is a folder
 * @param in as addresses name it, null for those that were not put anywhere
 */
public record SentBox(SentPlace place, @Nullable String folder, @Nullable String in) {

    static SentBox of(ListInput input, List<Folder> own) {
        if ("bin".equals(input.in())) {
            return new SentBox(SentPlace.BIN, null, "bin");
        }
        UUID asked = input.folder().orElse(null);
        if (asked == null) {
            return new SentBox(SentPlace.SENT, null, null);
        }
        return own.stream()
                .filter(folder -> folder.id().equals(asked))
                .findFirst()
                .map(f -> new SentBox(SentPlace.FOLDER, f.name(), f.id().toString()))
                .orElseThrow(Refusal::notFound);
    }

    /** Where it is, below the module. */
    public String address() {
        return in == null ? "/sent" : "/sent?in=" + in;
    }
}

package fr.preau.communication.messages;

import fr.preau.api.route.Refusal;
import fr.preau.communication.folders.Folder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of received conversations.
 *
 * @param folder its name, null unless it is a folder
 * @param in as addresses name it, null for the inbox
 */
public record Box(Place place, @Nullable String folder, @Nullable String in) {

    static Box of(BoxInput input, List<Folder> own) {
        UUID asked = input.folderOrNone();
        return switch (input.place()) {
            case INBOX -> new Box(Place.INBOX, null, null);
            case ARCHIVE -> new Box(Place.ARCHIVE, null, "archive");
            case BIN -> new Box(Place.BIN, null, "bin");
            case FOLDER ->
                    own.stream()
                            .filter(folder -> folder.id().equals(asked))
                            .findFirst()
                            .map(f -> new Box(Place.FOLDER, f.name(), f.id().toString()))
                            .orElseThrow(Refusal::notFound);
        };
    }

    /** Where it is, below the module. */
    public String address() {
        return in == null ? "/messages" : "/messages?in=" + in;
    }
}

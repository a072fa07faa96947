package fr.preau.communication.attachments;

import fr.preau.api.files.Upload;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a form.
 *
 * @param attached those that are kept with its draft and still ticked
 * @param chosen those that came with it
 */
public record FormFiles(List<UUID> attached, List<Upload> chosen) {

    public FormFiles {
        attached = List.copyOf(attached);
        chosen = List.copyOf(chosen);
    }

    public static FormFiles of(@Nullable List<UUID> attached, @Nullable List<Upload> chosen) {
        return new FormFiles(
                attached == null ? List.of() : attached, chosen == null ? List.of() : chosen);
    }

    public boolean isEmpty() {
        return attached.isEmpty() && chosen.isEmpty();
    }

    public boolean areTooMany() {
        return attached.size() + chosen.size() > Attachments.MOST;
    }

    /** What tells one form from another, for whoever posts it twice. */
    public String fingerprint() {
        return Stream.concat(
                                attached.stream().map(UUID::toString),
                                chosen.stream().map(file -> file.name() + ":" + file.size()))
                        .sorted()
                        .toList()
                + "";
    }
}

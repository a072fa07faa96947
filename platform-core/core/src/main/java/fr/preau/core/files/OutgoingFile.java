package fr.preau.core.files;

import fr.preau.api.files.Download;
import fr.preau.api.files.StoredFile;
import java.util.Optional;

/**
 * A file on its way out, with all that is told of it; its content comes piece by piece.
 *
 * @param contentType by its content, whatever a module says
 * @param shown whether a browser shows it, as it may only do with a picture
 */
public record OutgoingFile(
        String name, String contentType, long size, String sha256, boolean shown, Pieces pieces) {

    /** The content in pieces. */
    @FunctionalInterface
    public interface Pieces {

        /**
         * A piece; of a kept file it is read from the collège of the current unit of work.
         *
         * @param number from 0
         * @return empty behind the last one, and when the file was deleted meanwhile
         */
        Optional<byte[]> piece(int number);
    }

    static OutgoingFile kept(StoredFile file, boolean show, Pieces pieces) {
        return new OutgoingFile(
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                show && file.isPicture(),
                pieces);
    }

    /** What was made for this answer is always saved. */
    public static OutgoingFile made(Download.Made made) {
        byte[] content = made.content().bytes();
        String name = FileNames.clean(made.name());
        return new OutgoingFile(
                name,
                FileTypes.ofMade(content, name),
                content.length,
                Digests.hex(Digests.sha256().digest(content)),
                false,
                number -> number == 0 ? Optional.of(content) : Optional.empty());
    }
}

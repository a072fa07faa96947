package fr.preau.api.files;

/**
 * What a route answers with that {@code sendsFile}: a kept file, or one that was made for this
 * answer.
 *
 * <p>The host says what it is, from its content and not from the module's word: only a picture
 * (JPEG, PNG, WebP, GIF) is ever shown by a browser, everything else is saved. A browser keeps it
 * for itself and asks each time whether it may still see it.
 */
public sealed interface Download {

    /**
     * A file of this module's {@link FileStore}.
     *
     * @param show whether a browser shows it, if it is a picture; otherwise it is saved
     */
    record Kept(FileId file, boolean show) implements Download {}

    /**
     * Something made for this answer, such as a table to be saved.
     *
     * @param name a file name with its ending, as in {@code inscriptions.csv}
     * @param content all of it
     */
    record Made(String name, Content content) implements Download {}

    /** Bytes that do not change. */
    final class Content {

        private final byte[] bytes;

        private Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        /** A copy of all of them. */
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /** A kept picture, to be shown in a page with {@code <img>}; what is no picture is saved. */
    static Download show(FileId file) {
        return new Kept(file, true);
    }

    /** A kept file, to be saved under its name. */
    static Download save(FileId file) {
        return new Kept(file, false);
    }

    /** Something made for this answer, to be saved under this name. */
    static Download save(String name, byte[] content) {
        return new Made(name, new Content(content));
    }
}

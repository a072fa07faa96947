package fr.preau.api.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a form, as a component of an input record ({@code Upload} or {@code
 * List<Upload>}); null, or an empty list, when none was chosen.
 *
 * <p>The form is sent with {@code enctype="multipart/form-data"}. What comes in was checked: it is
 * not empty, not larger than a file may be, and not something else than its name says. It is gone
 * once the request is answered: what shall stay is given to {@link FileStore#keep(Upload)}.
 */
public interface Upload {

    /** As the person named it, without folders and without signs that can't be seen. */
    String name();

    /** What it is by its content, whatever its name says, as in {@code image/jpeg}. */
    String contentType();

    /** In bytes. */
    long size();

    /**
     * Its content from the beginning, as often as it is asked for, while the request lasts.
     *
     * @throws IOException when the request has been answered
     */
    InputStream open() throws IOException;

    /** Whether it is a picture that a browser may show within a page. */
    default boolean isPicture() {
        return Pictures.are(contentType());
    }

    /** One made by hand, as tests do. */
    static Upload of(String name, String contentType, byte[] content) {
        return new HandMadeUpload(name, contentType, content);
    }
}

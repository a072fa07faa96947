package fr.preau.api.files;

import java.time.Instant;

/**
 * What is known of a kept file without reading it.
 *
 * @param name as the person named it, without folders and without signs that can't be seen
 * @param contentType what it is by its content, as in {@code image/jpeg}
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits
 * @param at when it was kept
 */
public record StoredFile(
        FileId id, String name, String contentType, long size, String sha256, Instant at) {

    /** Whether it is a picture that a browser may show within a page. */
    public boolean isPicture() {
        return Pictures.are(contentType);
    }
}

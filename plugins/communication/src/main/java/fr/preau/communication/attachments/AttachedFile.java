package fr.preau.communication.attachments;

import java.util.Set;
import java.util.UUID;

/**
 * An attachment as pages show it.
 *
 * @param contentType what it is by its content, told by the host
 * @param size in bytes
 * @param pages of a PDF whose first page was drawn, otherwise 0
 */
public record AttachedFile(
        UUID attachment,
        String name,
        String contentType,
        long size,
        PreviewState preview,
        int pages) {

    private static final long KILOBYTE = 1_000;

    private static final Set<String> PICTURES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    /** Whether a browser may show it within a page. */
    public boolean isPicture() {
        return PICTURES.contains(contentType);
    }

    /** Its size for people, in thousands of bytes and never none. */
    public long kilobytes() {
        return Math.max(1, size / KILOBYTE);
    }

    /** Where it is read, below the module. */
    public String address() {
        return "/files/" + attachment;
    }

    public boolean hasPreview() {
        return preview == PreviewState.DRAWN;
    }

    /** Whether there is something to say of why its first page is not shown. */
    public boolean lacksPreview() {
        return preview == PreviewState.LOCKED
                || preview == PreviewState.BROKEN
                || preview == PreviewState.TOO_LARGE;
    }

    /** Where the picture of its first page is, below the module. */
    public String previewAddress() {
        return address() + "/preview";
    }
}

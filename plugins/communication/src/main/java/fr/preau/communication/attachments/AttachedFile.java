package fr.preau.communication.attachments;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An attachment as pages show it.
 *
 * @param contentType what it is by its content, told by the host
 * @param size in bytes
 * @param pages of a PDF whose first page was drawn, 1 for a picture, otherwise 0
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

    /** Whether it is shown by itself and not by a first page. */
    public boolean isPicture() {
        return PICTURES.contains(contentType);
    }

    /**
     * Where a browser gets what a page shows of a picture: drawn anew and small, or as it came
     * where it can't be. What is not drawn yet, or can't be drawn though it should, is not shown: a
     * few bytes may be a picture that fills the memory of whoever looks at it.
     */
    public Optional<String> pictureAddress() {
        return switch (preview) {
            case DRAWN -> Optional.of(previewAddress());
            case NONE -> Optional.of(address());
            case WAITING, LOCKED, BROKEN, TOO_LARGE -> Optional.empty();
        };
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

package fr.preau.core.files;

/**
 * How much may be sent.
 *
 * @param fileBytes the largest file
 * @param requestBytes the largest request with files, all of it
 * @param requestFiles how many files may come at once
 */
public record FileLimits(long fileBytes, long requestBytes, int requestFiles) {

    private static final long MEGABYTE = 1_000_000;

    /** A photo of a phone, or a folder of documents: 10 MB each, 25 MB and 10 files at once. */
    public static final FileLimits USUAL = new FileLimits(10 * MEGABYTE, 25 * MEGABYTE, 10);

    /** The jar of a module, which operators bring: one of 64 MB. */
    public static final FileLimits OF_MODULES = new FileLimits(64 * MEGABYTE, 65 * MEGABYTE, 1);

    public FileLimits {
        if (fileBytes < 1 || requestBytes < fileBytes || requestFiles < 1) {
            throw new IllegalArgumentException("limits that let nothing in");
        }
    }

    /** The largest file, for people. */
    public long megabytes() {
        return Math.max(1, fileBytes / MEGABYTE);
    }
}

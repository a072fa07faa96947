package fr.preau.api.files;

/**
 * How many files a module keeps at a collège, and how much room they take.
 *
 * @param count how many files
 * @param bytes their sizes added up
 */
public record FileUse(long count, long bytes) {

    /** No file at all. */
    public static FileUse none() {
        return new FileUse(0, 0);
    }
}

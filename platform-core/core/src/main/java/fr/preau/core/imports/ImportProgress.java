package fr.preau.core.imports;

/** Hears how far the import of a collège is. */
@FunctionalInterface
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress SILENT = (done, total) -> {};

    /**
     * Some more entries were read; called every few hundred of them.
     *
     * @param done entries read so far
     * @param total entries expected, about; exact at the end
     */
    void advanced(int done, int total);
}

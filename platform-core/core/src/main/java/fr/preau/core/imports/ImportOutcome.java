package fr.preau.core.imports;

/**
 * What an import changed.
 *
 * @param rowsWritten rows inserted, changed or deleted in all tables; 0 when nothing was new
 */
public record ImportOutcome(
        Counts pupils,
        Counts guardians,
        Counts teachers,
        Counts staff,
        Counts classes,
        int rowsWritten) {

    /**
     * What happened to one kind of people, or to the classes.
     *
     * @param added here for the first time, or back again
     * @param changed anything said of them is different, their class or guardians included
     * @param left missing in this delivery
     */
    public record Counts(int added, int changed, int left, int unchanged) {

        /** How many there are now. */
        public int present() {
            return added + changed + unchanged;
        }
    }
}

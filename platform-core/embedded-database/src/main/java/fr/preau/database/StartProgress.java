package fr.preau.database;

/** Is told how far a database is on its way up; called by the thread that starts it. */
public interface StartProgress {

    /** For whoever only wants it started. */
    StartProgress SILENT =
            new StartProgress() {
                @Override
                public void unpacking(int percent) {}

                @Override
                public void creating() {}

                @Override
                public void starting() {}
            };

    /**
     * The programs are unpacked, which happens once.
     *
     * @param percent grows up to 100
     */
    void unpacking(int percent);

    /** An empty database is made. */
    void creating();

    /** The server is started and makes itself ready. */
    void starting();
}

package fr.preau.core.imports;

import java.time.Duration;

/** Hears how the imports of this node end. */
public interface ImportWatch {

    void done(Duration took, int rowsWritten);

    void refused(Duration took);

    /** For another reason than the delivery's; it is tried again. */
    void failed(Duration took);
}

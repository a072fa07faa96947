package fr.preau.core.files;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malicious programs in what people send, before anything else is done with it. */
@FunctionalInterface
public interface VirusScan {

    /** No scanner is configured: what a file is, is checked all the same. */
    VirusScan NONE = (name, content) -> {};

    /**
     * Reads a file to its end.
     *
     * @throws FileRefused when something malicious is in it, or when nobody can say
     * @throws IOException when the file itself can't be read
     */
    void check(String name, InputStream content) throws FileRefused, IOException;
}

package fr.preau.database;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else already works in a folder that is for one process at a time. */
public final class FolderInUse extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder) {
        super(folder + " is in use by another process");
    }
}

package fr.preau.liberty;

import java.io.IOException;
import java.nio.file.Path;

/** A node ended, or did not become ready; its log says more. */
public final class NodeFailed extends IOException {

    private static final long serialVersionUID = 1L;

    NodeFailed(String what, Path log) {
        super(what + "; its log is " + log);
    }
}

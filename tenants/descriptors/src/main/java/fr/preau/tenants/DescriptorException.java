package fr.preau.tenants;

import java.nio.file.Path;

/** A descriptor is wrong: names the file, the line and the reason. */
public final class DescriptorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    DescriptorException(Path file, int line, String reason) {
        super(file + ", line " + line + ": " + reason);
        this.file = file.toString();
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    /** The line in the file, the first is 1. */
    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}

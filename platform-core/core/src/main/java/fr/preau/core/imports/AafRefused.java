package fr.preau.core.imports;

/**
 * A delivery that can't be taken, with the place and the reason as the operator reads them.
 *
 * <p>Nothing has been written when it is thrown. It is unchecked so that it ends the unit of work
 * that the import runs in.
 */
public final class AafRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    /**
     * @param file name of the file, or of the folder when no single file is to blame
     * @param line from 1; 0 when no line is to blame
     */
    public AafRefused(String file, int line, String reason) {
        super(file + (line > 0 ? ", ligne " + line : "") + " : " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    AafRefused(String file, int line, String reason, Throwable cause) {
        this(file, line, reason);
        initCause(cause);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}

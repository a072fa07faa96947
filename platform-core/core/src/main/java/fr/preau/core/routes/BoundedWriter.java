package fr.preau.core.routes;

import java.io.Writer;

/** Text in memory, up to a size that no answer has; what is larger is a fault. */
final class BoundedWriter extends Writer {

    /** In characters. */
    private static final int MOST = 8 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder(1024);

    @Override
    public void write(char[] characters, int offset, int length) {
        if (text.length() + (long) length > MOST) {
            throw new IllegalStateException("an answer has more than " + MOST + " characters");
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {
        // It is all in memory.
    }

    @Override
    public void close() {
        // It is all in memory.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

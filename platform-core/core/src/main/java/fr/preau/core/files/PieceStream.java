package fr.preau.core.files;

import fr.preau.api.files.StoredFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The content of a kept file, of which one piece at a time is in memory. */
final class PieceStream extends InputStream {

    /** Where pieces come from. */
    @FunctionalInterface
    interface Source {
        Optional<byte[]> piece(int number);
    }

    private final StoredFile file;
    private final Source source;
    private long left;
    private int next;
    private byte[] piece = new byte[0];
    private int read;

    PieceStream(StoredFile file, Source source) {
        this.file = file;
        this.source = source;
        this.left = file.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        if (read == piece.length) {
            piece = source.piece(next).orElseThrow(() -> new EOFException(file.id() + " is gone"));
            next++;
            read = 0;
        }
        int count = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, into, offset, count);
        read += count;
        left -= count;
        return count;
    }
}

package fr.preau.core.files;

import fr.preau.api.files.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file that was sent: a small one in memory, a larger one in a temporary file of the host. */
final class SpooledFile implements Upload, AutoCloseable {

    private final String name;
    private final String contentType;
    private final long size;
    private final byte[] head;
    private final @Nullable FileChannel file;
    private volatile boolean closed;

    /**
     * @param head all of it, when there is no file
     * @param file all of it, when it is longer
     */
    SpooledFile(
            String name, String contentType, long size, byte[] head, @Nullable FileChannel file) {
        this.name = name;
        this.contentType = contentType;
        this.size = size;
        this.head = head;
        this.file = file;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        if (closed) {
            throw new IOException(name + " is gone: the request has been answered");
        }
        return file == null ? new ByteArrayInputStream(head) : new FromChannel(file);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (file != null) {
            file.close();
        }
    }

    /** Each reader has its own place in the file. */
    private static final class FromChannel extends InputStream {

        private final FileChannel file;
        private long position;

        FromChannel(FileChannel file) {
            this.file = file;
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
            int count = file.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(count, 0);
            return count;
        }
    }
}

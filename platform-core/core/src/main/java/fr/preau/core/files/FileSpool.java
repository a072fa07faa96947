package fr.preau.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that came with one request, until it is answered.
 *
 * <p>What is too large for memory lies in temporary files without a name: each is unlinked as soon
 * as it is open (elsewhere than on Unix it goes when it is closed), so that even a killed server
 * leaves no photo behind.
 */
public final class FileSpool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileSpool.class);

    /** What is no longer than this stays in memory. */
    static final int IN_MEMORY = FileTypes.HEAD;

    private final Path folder;
    private final FileLimits limits;
    private final VirusScan scan;
    private final List<SpooledFile> files = new ArrayList<>();
    private int seen;

    /**
     * @param folder for temporary files, made when the first one is needed
     */
    public FileSpool(Path folder, FileLimits limits) {
        this(folder, limits, VirusScan.NONE);
    }

    /**
     * @param folder for temporary files, made when the first one is needed
     * @param scan what looks at each file before it is taken
     */
    public FileSpool(Path folder, FileLimits limits, VirusScan scan) {
        this.folder = folder;
        this.limits = limits;
        this.scan = scan;
    }

    public FileLimits limits() {
        return limits;
    }

    /**
     * Reads a file that was sent to its end, and keeps it if it can be taken.
     *
     * @param declared what its sender says it is
     */
    public SentFile take(String givenName, @Nullable String declared, InputStream content)
            throws IOException {
        String name = FileNames.clean(givenName);
        try {
            if (++seen > limits.requestFiles()) {
                throw FileRefused.tooMany(name, limits);
            }
            SpooledFile file = spooled(name, declared, content);
            files.add(file);
            scan(file);
            return SentFile.taken(file);
        } catch (FileRefused refused) {
            passOver(content);
            return SentFile.refused(name, refused);
        }
    }

    private void scan(SpooledFile file) throws IOException, FileRefused {
        try (InputStream content = file.open()) {
            scan.check(file.name(), content);
        }
    }

    /** Reads a file to its end and forgets it: there is nobody to take it for. */
    public static SentFile passOver(String givenName, InputStream content) throws IOException {
        passOver(content);
        return SentFile.passedOver(FileNames.clean(givenName));
    }

    private static void passOver(InputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
    }

    private SpooledFile spooled(String name, @Nullable String declared, InputStream content)
            throws IOException, FileRefused {
        byte[] head = content.readNBytes(IN_MEMORY);
        if (head.length == 0) {
            throw FileRefused.empty(name);
        }
        String contentType = FileTypes.of(head, name, declared);
        if (head.length < IN_MEMORY) {
            if (head.length > limits.fileBytes()) {
                throw FileRefused.tooLarge(name, limits);
            }
            return new SpooledFile(name, contentType, head.length, head, null);
        }
        FileChannel file = temporaryFile();
        try {
            long size = write(name, head, content, file);
            return new SpooledFile(name, contentType, size, new byte[0], file);
        } catch (IOException | FileRefused | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private FileChannel temporaryFile() throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "upload-", "");
        return FileChannel.open(
                path,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private long write(String name, byte[] head, InputStream content, FileChannel file)
            throws IOException, FileRefused {
        byte[] buffer = head;
        int count = head.length;
        long size = 0;
        while (count > 0) {
            size += count;
            if (size > limits.fileBytes()) {
                throw FileRefused.tooLarge(name, limits);
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            count = content.read(buffer, 0, buffer.length);
        }
        return size;
    }

    /** Forgets the files; whoever still reads one fails. */
    @Override
    public void close() {
        for (SpooledFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("a temporary file could not be closed", e);
            }
        }
        files.clear();
    }
}

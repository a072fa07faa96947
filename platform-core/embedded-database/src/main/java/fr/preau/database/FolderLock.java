package fr.preau.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder to one holder at a time; the system lets go of it when the process ends. */
public final class FolderLock implements AutoCloseable {

    /** The name of the file that is locked; it stays, empty, when nobody holds it. */
    public static final String FILE = "lock";

    /**
     * What this process holds. A second channel on the same file must not even be opened here:
     * closing it would let go of the lock of the first (POSIX).
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes a folder, which is made if it isn't there.
     *
     * @throws FolderInUse if another process has it, or another part of this one
     */
    public static FolderLock take(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw new FolderInUse(folder);
        }
        try {
            return new FolderLock(real, locked(real));
        } catch (IOException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new FolderInUse(folder);
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}

package fr.preau.core.plugins.guard;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URL;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Pictures come from streams, and go to streams. */
@Guarding("files")
public final class PictureGuard {

    private PictureGuard() {}

    @InsteadOf(value = ImageIO.class, isStatic = true)
    public static @Nullable ImageInputStream createImageInputStream(Object source)
            throws IOException {
        requireNoFile(source);
        return ImageIO.createImageInputStream(source);
    }

    @InsteadOf(value = ImageIO.class, isStatic = true)
    public static @Nullable ImageOutputStream createImageOutputStream(Object target)
            throws IOException {
        requireNoFile(target);
        return ImageIO.createImageOutputStream(target);
    }

    private static void requireNoFile(Object what) {
        if (what instanceof File
                || what instanceof Path
                || what instanceof RandomAccessFile
                || what instanceof URL) {
            throw Refused.because("javax.imageio.ImageIO with files and addresses: give a stream");
        }
    }
}

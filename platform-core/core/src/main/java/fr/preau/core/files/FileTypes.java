package fr.preau.core.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is by its first bytes, and whether its name says the same.
 *
 * <p>Apache Tika knows the bytes and which type is a kind of which: a letter of LibreOffice is a
 * ZIP, a table is a text. Nothing is opened or parsed.
 */
public final class FileTypes {

    /** As much of a file as is looked at. */
    static final int HEAD = 65_536;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final MediaTypeRegistry KINDS = TYPES.getMediaTypeRegistry();

    /** Phones and messengers name one like the other; its own bytes say which one it is. */
    private static final Set<MediaType> PICTURES =
            Set.of(
                    MediaType.image("jpeg"),
                    MediaType.image("png"),
                    MediaType.image("webp"),
                    MediaType.image("gif"));

    private static final Set<String> MEDIA = Set.of("image", "audio", "video");

    private FileTypes() {}

    /**
     * What a file is.
     *
     * @param head its beginning
     * @param declared what its sender says it is, heard only where the name says nothing
     * @throws FileRefused when it is something else than it says
     */
    static String of(byte[] head, String name, @Nullable String declared) throws FileRefused {
        MediaType found = found(head);
        MediaType claimed = claimed(name, declared);
        if (claimed.equals(MediaType.OCTET_STREAM) || claimed.equals(found)) {
            return found.toString();
        }
        if (PICTURES.contains(found) && PICTURES.contains(claimed)) {
            return found.toString();
        }
        if (isText(found) && isText(claimed)) {
            return claimed.toString();
        }
        if (KINDS.isSpecializationOf(found, claimed)) {
            return found.toString();
        }
        boolean unknown = found.equals(MediaType.OCTET_STREAM);
        if (!unknown && KINDS.isSpecializationOf(claimed, found)) {
            return claimed.toString();
        }
        if (isRecognisable(claimed) || isText(claimed) && !unknown) {
            throw FileRefused.notWhatItSays(name);
        }
        // A program of its own, such as GeoGebra: nobody knows what its files look like.
        return found.toString();
    }

    private static MediaType found(byte[] head) {
        try {
            return KINDS.normalize(
                    TYPES.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static MediaType claimed(String name, @Nullable String declared) {
        String ending = FileNames.ending(name);
        MediaType byName = ending.isEmpty() ? MediaType.OCTET_STREAM : byEnding(ending);
        if (!byName.equals(MediaType.OCTET_STREAM) || declared == null) {
            return byName;
        }
        MediaType said = MediaType.parse(declared);
        return said != null && isRecognisable(said.getBaseType())
                ? KINDS.normalize(said.getBaseType())
                : MediaType.OCTET_STREAM;
    }

    private static MediaType byEnding(String ending) {
        try {
            Metadata metadata = new Metadata();
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "a." + ending);
            return KINDS.normalize(TYPES.detect(null, metadata).getBaseType());
        } catch (IOException e) {
            throw new UncheckedIOException("a name could not be read", e);
        }
    }

    private static boolean isText(MediaType type) {
        return KINDS.isInstanceOf(type, MediaType.TEXT_PLAIN);
    }

    /** Whether its bytes would be known, were it what it says. */
    private static boolean isRecognisable(MediaType type) {
        return MEDIA.contains(type.getType())
                || KINDS.isInstanceOf(type, MediaType.APPLICATION_ZIP)
                || hasMagic(type);
    }

    private static boolean hasMagic(MediaType type) {
        try {
            MimeType known = TYPES.getRegisteredMimeType(type.toString());
            return known != null && known.hasMagic();
        } catch (MimeTypeException e) {
            // The registry's word for a name that is no type at all.
            return false;
        }
    }

    /**
     * Of something made here, which says nothing wrong of itself; whatever is in doubt is bytes. A
     * calendar is UTF-8 by its own rules (RFC 5545, 3.1.4), and says so to programs that don't
     * know.
     */
    public static String ofMade(byte[] content, String name) {
        try {
            String type = of(content, name, null);
            return type.equals("text/calendar") ? type + ";charset=utf-8" : type;
        } catch (FileRefused doubtful) {
            return MediaType.OCTET_STREAM.toString();
        }
    }
}

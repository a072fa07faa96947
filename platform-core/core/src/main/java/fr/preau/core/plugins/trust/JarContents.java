package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.UNREADABLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A first walk through a jar that trusts nothing in it: counts, names, and the files of its
 * signature.
 *
 * <p>It comes before {@code JarFile} sees the jar, because that reads the manifest and the
 * signature files whole, however far they unpack. Sizes are counted while unpacking: those of the
 * directory are only what the jar claims.
 */
final class JarContents {

    private static final String META_INF = "META-INF/";

    /** What {@code JarFile} takes for a part of the signature; such files can't be signed. */
    private static final Pattern SIGNING =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))");

    private static final Pattern ODD_PATH = Pattern.compile("^/|\\\\|(^|/)\\.\\.?(/|$)|//");

    private final JarLimits limits;
    private final Set<String> names = new HashSet<>();
    private final Map<String, byte[]> signing = new HashMap<>();
    private final byte[] chunk = new byte[16_384];
    private long unpacked;

    private JarContents(JarLimits limits) {
        this.limits = limits;
    }

    static JarContents of(Path jar, JarLimits limits) throws ExaminationEnded {
        JarContents contents = new JarContents(limits);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > limits.entries()) {
                throw new ExaminationEnded(
                        UNREADABLE, "holds more than " + limits.entries() + " entries");
            }
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                contents.take(zip, all.nextElement());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ExaminationEnded(UNREADABLE, "is no readable jar: " + e.getMessage());
        }
        return contents;
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException, ExaminationEnded {
        String name = entry.getName();
        if (!names.add(unambiguous(name))) {
            throw new ExaminationEnded(UNREADABLE, "holds " + name + " twice");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            if (isSigning(name)) {
                signing.put(name, whole(name, in));
            } else {
                count(in);
            }
        }
    }

    /**
     * The name, if all readers mean the same by it. {@code JarFile} finds META-INF in any case of
     * letters, and Felix does not: two manifests could be one for each of them.
     */
    private static String unambiguous(String name) throws ExaminationEnded {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean oddFolder = upper.startsWith(META_INF) && !name.startsWith(META_INF);
        boolean oddFile = SIGNING.matcher(upper).matches() && !isSigning(name);
        if (oddFolder || oddFile || ODD_PATH.matcher(name).find()) {
            throw new ExaminationEnded(
                    UNREADABLE, "holds " + Shown.text(name) + ", a name with two meanings");
        }
        return name;
    }

    private byte[] whole(String name, InputStream in) throws IOException, ExaminationEnded {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > limits.signingBytes()) {
                throw new ExaminationEnded(
                        UNREADABLE,
                        name + " unpacks to more than " + limits.signingBytes() + " bytes");
            }
            add(read);
        }
        return bytes.toByteArray();
    }

    private void count(InputStream in) throws IOException, ExaminationEnded {
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            add(read);
        }
    }

    private void add(int read) throws ExaminationEnded {
        unpacked += read;
        if (unpacked > limits.unpackedBytes()) {
            throw new ExaminationEnded(
                    UNREADABLE, "unpacks to more than " + limits.unpackedBytes() + " bytes");
        }
    }

    boolean holds(String name) {
        return names.contains(name);
    }

    /** The files of the signature by name, the manifest among them. */
    Map<String, byte[]> signing() {
        return Map.copyOf(signing);
    }

    static boolean isSigning(String name) {
        return SIGNING.matcher(name).matches();
    }
}

package fr.preau.core.plugins.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of certificates an operator trusts, one a file ({@code .pem}, {@code .crt} or {@code
 * .cer}).
 *
 * <p>It is read anew each time it is asked, which is once for each new jar and each look at a page:
 * so what is put in or taken out holds at once, with no clock of a file system to believe.
 */
public final class KnownPublishers {

    private static final int MOST_FILES = 500;

    private static final int LARGEST_FILE = 64 << 10;

    private final Optional<Path> folder;

    private KnownPublishers(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Those of a folder, which may come into being later. */
    public static KnownPublishers in(Path folder) {
        return new KnownPublishers(Optional.of(folder));
    }

    /** Nobody, where no folder is set. */
    public static KnownPublishers none() {
        return new KnownPublishers(Optional.empty());
    }

    /**
     * What was found at one look.
     *
     * @param problems each names a file and says why it counts for nothing, for the operator
     */
    public record Look(List<KnownPublisher> trusted, List<String> problems) {

        public Look {
            trusted = List.copyOf(trusted);
            problems = List.copyOf(problems);
        }
    }

    /** Looks into the folder. Never fails: what can't be read is among the problems. */
    public Look read() {
        List<KnownPublisher> trusted = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        folder.ifPresent(
                path -> {
                    for (Path file : files(path, problems)) {
                        try {
                            trusted.add(publisher(file));
                        } catch (IOException | GeneralSecurityException e) {
                            problems.add(
                                    file.getFileName() + ": " + Shown.text("" + e.getMessage()));
                        }
                    }
                });
        return new Look(trusted, problems);
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(KnownPublishers::isCertificate)
                            .sorted()
                            .limit(MOST_FILES + 1L)
                            .toList();
            if (files.size() > MOST_FILES) {
                problems.add("more than " + MOST_FILES + " files: the others are not read");
                return files.subList(0, MOST_FILES);
            }
            return files;
        } catch (IOException e) {
            problems.add("the folder of publishers can't be read: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean isCertificate(Path file) {
        return file.getFileName().toString().matches("[^.].*\\.(pem|crt|cer)");
    }

    private static KnownPublisher publisher(Path file)
            throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> found =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(bounded(file)));
        if (found.size() != 1) {
            // A chain would make the public authority at its end trusted, with all its customers.
            throw new IOException("holds " + found.size() + " certificates where it must hold one");
        }
        X509Certificate certificate = (X509Certificate) found.iterator().next();
        Optional<String> weakness = WeakKeys.weakness(certificate);
        if (weakness.isPresent()) {
            throw new IOException(weakness.get());
        }
        return new KnownPublisher(file.getFileName().toString(), certificate);
    }

    private static byte[] bounded(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException("is larger than " + LARGEST_FILE + " bytes");
            }
            return bytes;
        }
    }
}

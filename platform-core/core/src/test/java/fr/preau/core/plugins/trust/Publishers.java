package fr.preau.core.plugins.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A folder of known publishers, as an operator fills it. */
record Publishers(Path folder) {

    static Publishers inANewFolder() {
        try {
            return new Publishers(Files.createTempDirectory(Path.of("target"), "publishers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Publishers put(String file, X509Certificate certificate) throws Exception {
        return put(file, pem(certificate));
    }

    Publishers put(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
        return this;
    }

    KnownPublishers known() {
        return KnownPublishers.in(folder);
    }

    static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}

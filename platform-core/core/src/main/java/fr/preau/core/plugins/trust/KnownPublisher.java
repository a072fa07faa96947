package fr.preau.core.plugins.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate the operator trusts: of a publisher, or of an authority that issues to publishers.
 *
 * @param file it was read from, without its folder
 */
public record KnownPublisher(String file, X509Certificate certificate) {

    /** What people call the publisher. */
    public String name() {
        return Certificates.name(certificate);
    }

    /** SHA-256 of the certificate, 64 hexadecimal digits. */
    public String fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    public Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether it may vouch for others: only a certificate that says so of itself. */
    public boolean isAuthority() {
        return certificate.getBasicConstraints() >= 0;
    }
}

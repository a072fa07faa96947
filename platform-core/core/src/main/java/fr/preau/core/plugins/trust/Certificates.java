package fr.preau.core.plugins.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** What a certificate says of itself. */
final class Certificates {

    static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private Certificates() {}

    /** The common name, else the organisation, else the whole subject. */
    static String name(X509Certificate certificate) {
        String subject = subject(certificate);
        try {
            List<Rdn> parts = new LdapName(subject).getRdns();
            return Shown.text(part(parts, "CN").or(() -> part(parts, "O")).orElse(subject));
        } catch (InvalidNameException e) {
            return Shown.text(subject);
        }
    }

    private static Optional<String> part(List<Rdn> parts, String type) {
        return parts.stream()
                .filter(each -> each.getType().equalsIgnoreCase(type))
                .map(each -> String.valueOf(each.getValue()))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether it says that it is made for this; one that names no purpose is not. */
    static boolean serves(String purpose, X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.contains(purpose);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}

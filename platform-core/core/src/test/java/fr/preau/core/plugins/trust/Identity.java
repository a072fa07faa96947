package fr.preau.core.plugins.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented owner of a key, with the certificates that go with it, the own one first. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static final AtomicLong SERIAL = new AtomicLong(1);

    X509Certificate certificate() {
        return chain.get(0);
    }

    CertPath path() throws Exception {
        return CertificateFactory.getInstance("X.509").generateCertPath(chain);
    }

    static Builder of(String subject) {
        return new Builder(subject);
    }

    /** What differs from a publisher with a self-signed certificate that is valid this year. */
    static final class Builder {

        private final String subject;
        private String algorithm = "EC";
        private int bits = 256;
        private Instant from = Instant.parse("2026-01-01T00:00:00Z");
        private Instant until = Instant.parse("2027-01-01T00:00:00Z");
        private boolean authority;
        private KeyPurposeId purpose = KeyPurposeId.id_kp_codeSigning;
        private Optional<Identity> issuer = Optional.empty();

        private Builder(String subject) {
            this.subject = subject;
        }

        Builder rsa(int length) {
            algorithm = "RSA";
            bits = length;
            return this;
        }

        Builder valid(String fromDay, String untilDay) {
            from = Instant.parse(fromDay + "T00:00:00Z");
            until = Instant.parse(untilDay + "T00:00:00Z");
            return this;
        }

        Builder authority() {
            authority = true;
            return this;
        }

        Builder purpose(KeyPurposeId other) {
            purpose = other;
            return this;
        }

        Builder issuedBy(Identity other) {
            issuer = Optional.of(other);
            return this;
        }

        Identity make() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            X500Principal name = new X500Principal(subject);
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer.map(each -> each.certificate().getSubjectX500Principal())
                                    .orElse(name),
                            BigInteger.valueOf(SERIAL.getAndIncrement()),
                            Date.from(from),
                            Date.from(until),
                            name,
                            pair.getPublic());
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            } else {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            PrivateKey signing = issuer.map(Identity::key).orElse(pair.getPrivate());
            X509Certificate own =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder(
                                                            "SHA256with"
                                                                    + (signing.getAlgorithm()
                                                                                    .equals("EC")
                                                                            ? "ECDSA"
                                                                            : "RSA"))
                                                    .build(signing)));
            List<X509Certificate> chain = new ArrayList<>(List.of(own));
            issuer.ifPresent(each -> chain.addAll(each.chain()));
            return new Identity(pair.getPrivate(), List.copyOf(chain));
        }
    }
}

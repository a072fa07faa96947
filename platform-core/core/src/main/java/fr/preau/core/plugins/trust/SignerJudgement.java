package fr.preau.core.plugins.trust;

import static fr.preau.core.plugins.trust.SignatureStanding.EXPIRED;
import static fr.preau.core.plugins.trust.SignatureStanding.KNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.UNKNOWN;
import static fr.preau.core.plugins.trust.SignatureStanding.WEAK;

import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says of somebody who signed a whole jar whether the operator knows them, and since when not. */
public final class SignerJudgement {

    private final TimestampAuthorities authorities;
    private final Clock clock;

    public SignerJudgement(TimestampAuthorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    JarSignature judge(
            CodeSigner codeSigner, Optional<String> weakness, List<KnownPublisher> trusted) {
        CertificateChain chain = CertificateChain.of(codeSigner.getSignerCertPath());
        Optional<Instant> signedAt =
                authorities.time(Optional.ofNullable(codeSigner.getTimestamp()));
        Signer signer = signer(chain, signedAt);
        Optional<String> weak = weakness.or(() -> weakKey(chain));
        if (weak.isPresent()) {
            return JarSignature.of(
                    WEAK, signer, "is signed in a way that is forged: " + weak.get());
        }
        List<X509Certificate> certificates =
                trusted.stream().map(KnownPublisher::certificate).toList();
        Instant at = signedAt.orElseGet(clock::instant);
        if (isKnown(chain, certificates, at)) {
            return JarSignature.of(KNOWN, signer, "is signed by " + signer.name());
        }
        return isKnown(chain, certificates, chain.lastValid())
                ? JarSignature.of(EXPIRED, signer, expiry(chain, signer, signedAt))
                : JarSignature.of(
                        UNKNOWN,
                        signer,
                        "is signed by somebody unknown here, who goes by " + signer.name());
    }

    private static Signer signer(CertificateChain chain, Optional<Instant> signedAt) {
        X509Certificate own = chain.own();
        return new Signer(
                Certificates.name(own),
                Shown.text(Certificates.subject(own)),
                Certificates.fingerprint(own),
                own.getNotAfter().toInstant(),
                signedAt);
    }

    private static Optional<String> weakKey(CertificateChain chain) {
        return chain.certificates().stream()
                .flatMap(each -> WeakKeys.weakness(each).stream())
                .findFirst();
    }

    /** Trusted itself, or issued for signing code by an authority that is. */
    private static boolean isKnown(
            CertificateChain chain, List<X509Certificate> trusted, Instant at) {
        if (trusted.contains(chain.own())) {
            return CertificateChain.isValid(chain.own(), at);
        }
        return Certificates.serves(Certificates.CODE_SIGNING, chain.own())
                && chain.leadsTo(trusted, at);
    }

    private static String expiry(
            CertificateChain chain, Signer signer, Optional<Instant> signedAt) {
        String certificate =
                "is signed by "
                        + signer.name()
                        + " with a certificate that is valid from "
                        + chain.own().getNotBefore().toInstant()
                        + " to "
                        + chain.lastValid();
        return signedAt.map(at -> certificate + ", at " + at)
                .orElse(certificate + ", without a time stamp that is trusted");
    }
}

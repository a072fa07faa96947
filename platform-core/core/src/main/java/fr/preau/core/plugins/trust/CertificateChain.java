package fr.preau.core.plugins.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A certificate and those that vouch for it, its own first.
 *
 * <p>Revocation is not asked for: a node may have no way out to the internet, and an answer that
 * fails open would protect nobody. Who is no longer trusted is taken out of the operator's folder.
 */
record CertificateChain(List<X509Certificate> certificates) {

    CertificateChain {
        certificates = List.copyOf(certificates);
    }

    static CertificateChain of(CertPath path) {
        return new CertificateChain(
                path.getCertificates().stream().map(X509Certificate.class::cast).toList());
    }

    X509Certificate own() {
        return certificates.get(0);
    }

    /** Whether one of the authorities vouches for it at that instant (RFC 5280, PKIX). */
    boolean leadsTo(Collection<X509Certificate> authorities, Instant at) {
        Set<TrustAnchor> anchors =
                authorities.stream()
                        .filter(each -> each.getBasicConstraints() >= 0)
                        .filter(each -> isValid(each, at))
                        .map(each -> new TrustAnchor(each, null))
                        .collect(Collectors.toSet());
        if (anchors.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPath path =
                    CertificateFactory.getInstance("X.509").generateCertPath(upTo(authorities));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Up to the first authority, which as an anchor is not part of the path any more. */
    private List<X509Certificate> upTo(Collection<X509Certificate> authorities) {
        List<X509Certificate> path = new ArrayList<>(List.of(own()));
        for (X509Certificate each : certificates.subList(1, certificates.size())) {
            if (authorities.contains(each)) {
                break;
            }
            path.add(each);
        }
        return path;
    }

    /** An instant at which all of them are valid if there is any, and the last such. */
    Instant lastValid() {
        return certificates.stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }
}

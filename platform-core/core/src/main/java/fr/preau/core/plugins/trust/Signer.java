package fr.preau.core.plugins.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * Who signed a jar, as the certificate says; of an unknown signer it is a mere claim.
 *
 * @param name as people call them, fit to be shown
 * @param subject of the certificate, as in RFC 2253
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
 * @param validUntil when the certificate ends
 * @param signedAt told by an authority for time stamps that is trusted; empty without one
 */
public record Signer(
        String name,
        String subject,
        String fingerprint,
        Instant validUntil,
        Optional<Instant> signedAt) {}

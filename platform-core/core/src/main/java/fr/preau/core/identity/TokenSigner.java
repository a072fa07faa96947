package fr.preau.core.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Signs and reads the token of a session (a JWT with HMAC-SHA256), the same for the cookie and for
 * the API, and the token of its forms.
 *
 * <p>Every node has the same secret, so any node serves any request.
 */
public final class TokenSigner {

    /** How long a token is good; it is renewed silently from half of this on. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "preau";

    private final SecretKeySpec key;
    private final Clock clock;
    private final JwtConsumer consumer;

    /**
     * @param secret at least 32 characters, the same on every node
     */
    public TokenSigner(String secret, Clock clock) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("the secret must have at least 32 characters");
        }
        this.key = new SecretKeySpec(digest(secret), "HmacSHA256");
        this.clock = clock;
        this.consumer =
                new JwtConsumerBuilder()
                        .setRequireExpirationTime()
                        .setRequireSubject()
                        .setRequireJwtId()
                        .setExpectedIssuer(ISSUER)
                        .setVerificationKey(key)
                        .setJwsAlgorithmConstraints(
                                AlgorithmConstraints.ConstraintType.PERMIT,
                                AlgorithmIdentifiers.HMAC_SHA256)
                        .build();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public String sign(UUID session, UUID account) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setJwtId(session.toString());
        claims.setSubject(account.toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the token could not be signed", e);
        }
    }

    /** What the token says, if it is ours and still good. */
    public Optional<SessionToken> read(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            Instant issued = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
            Instant expires = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            if (!clock.instant().isBefore(expires)) {
                return Optional.empty();
            }
            return Optional.of(
                    new SessionToken(
                            UUID.fromString(claims.getJwtId()),
                            UUID.fromString(claims.getSubject()),
                            issued.plus(LIFE.dividedBy(2)),
                            expires));
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The token that the forms of a session must bring back. */
    public String formToken(UUID session) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(("form:" + session).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    public boolean isFormToken(UUID session, String token) {
        return MessageDigest.isEqual(
                formToken(session).getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }
}

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
                        // Whether it has expired is asked of the clock below.
                        .setAllowedClockSkewInSeconds((int) Sessions.LONGEST.toSeconds())
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
        return readThoughExpired(token).filter(read -> clock.instant().isBefore(read.expires()));
    }

    /**
     * What the token says, if it is ours, even when its time is over: then only the session itself
     * can say whether it lives.
     */
    Optional<SessionToken> readThoughExpired(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            Instant issued = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
            Instant expires = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
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
        return code("form:" + session);
    }

    public boolean isFormToken(UUID session, String token) {
        return same(formToken(session), token);
    }

    /** A text that anybody can read, but nobody else can make for this session. */
    public String seal(UUID session, String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8))
                + "."
                + code("text:" + session + ":" + text);
    }

    /** The text, if it was carried by us for this session. */
    public Optional<String> unseal(UUID session, String carried) {
        int dot = carried.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(carried.substring(0, dot));
            String text = new String(bytes, StandardCharsets.UTF_8);
            return same(seal(session, text), carried) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String code(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean same(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}

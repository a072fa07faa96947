package fr.preau.core.plugins.trust;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Timestamp;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who is believed when they say at what time a jar was signed.
 *
 * <p>The JDK only checks that a time stamp fits its own certificate, which anybody can make: with a
 * stolen certificate that has ended, a jar could be dated back. So the certificate of the stamp
 * must lead to an authority, and be made for stamping.
 */
public final class TimestampAuthorities {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final List<X509Certificate> authorities;
    private final Clock clock;

    public TimestampAuthorities(List<X509Certificate> authorities, Clock clock) {
        this.authorities = List.copyOf(authorities);
        this.clock = clock;
    }

    /** Those of the JDK's own trust store, as {@code jarsigner -verify} takes them. */
    public static TimestampAuthorities ofTheJdk(Clock clock) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return new TimestampAuthorities(
                    Arrays.stream(factory.getTrustManagers())
                            .filter(X509TrustManager.class::isInstance)
                            .map(X509TrustManager.class::cast)
                            .flatMap(each -> Arrays.stream(each.getAcceptedIssuers()))
                            .toList(),
                    clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the trust store of this JDK can't be read", e);
        }
    }

    List<X509Certificate> authorities() {
        return authorities;
    }

    /** The time of a stamp, if there is one and it is to be believed. */
    Optional<Instant> time(Optional<Timestamp> stamp) {
        return stamp.filter(this::isBelieved).map(each -> each.getTimestamp().toInstant());
    }

    private boolean isBelieved(Timestamp stamp) {
        Instant at = stamp.getTimestamp().toInstant();
        CertificateChain chain = CertificateChain.of(stamp.getSignerCertPath());
        return !at.isAfter(clock.instant().plus(CLOCKS_DIFFER))
                && Certificates.serves(Certificates.TIME_STAMPING, chain.own())
                && chain.leadsTo(authorities, at);
    }
}

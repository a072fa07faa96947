package fr.preau.core.identity;

import java.time.Clock;
import java.util.Optional;

/** Recognises people by the sessions of the platform, on every node. */
public final class SessionRecognition implements Recognition {

    private final TokenSigner signer;
    private final Sessions sessions;
    private final Clock clock;

    public SessionRecognition(TokenSigner signer, Sessions sessions, Clock clock) {
        this.signer = signer;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Optional<Recognised> byCookie(String token) {
        return signer.readThoughExpired(token)
                .flatMap(
                        read ->
                                sessions.find(read.session())
                                        .map(person -> new Recognised(person, renewed(read))));
    }

    /** Nobody notices that tokens are short-lived. */
    private Optional<String> renewed(SessionToken token) {
        return clock.instant().isAfter(token.renewAfter())
                ? Optional.of(signer.sign(token.session(), token.account()))
                : Optional.empty();
    }

    @Override
    public Optional<Recognised> byBearer(String token) {
        return signer.read(token)
                .flatMap(read -> sessions.find(read.session()))
                .map(person -> new Recognised(person, Optional.empty()));
    }
}

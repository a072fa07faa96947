package fr.preau.testkit;

import fr.preau.core.identity.Membership;
import fr.preau.core.identity.Recognition;
import fr.preau.core.identity.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in: everybody of the invented collèges whom a test lets call. */
final class KnownVisitors implements Recognition {

    private final Map<String, SignedIn> byToken = new ConcurrentHashMap<>();

    /** Signs somebody in. */
    SignedIn signIn(KitPerson person) {
        Membership membership =
                new Membership(
                        person.college().uai(),
                        person.person().id(),
                        person.person().profile(),
                        person.person().functions());
        // One session for one person: whoever signs in twice is the same.
        UUID session = person.person().id().value();
        SignedIn signedIn =
                new SignedIn(
                        session,
                        session,
                        null,
                        person.person().givenName(),
                        person.person().familyName(),
                        false,
                        List.of(membership));
        byToken.put(session.toString(), signedIn);
        return signedIn;
    }

    @Override
    public Optional<Recognised> byCookie(String token) {
        return Optional.ofNullable(byToken.get(token))
                .map(person -> new Recognised(person, Optional.empty()));
    }

    @Override
    public Optional<Recognised> byBearer(String token) {
        return byCookie(token);
    }
}

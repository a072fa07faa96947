package fr.preau.testkit;

import fr.preau.core.identity.Membership;
import fr.preau.core.identity.Recognition;
import fr.preau.core.identity.SignedIn;
import java.nio.charset.StandardCharsets;
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
        // One session for one person: whoever signs in twice is the same.
        return signIn(person, person.person().id().value(), List.of(membership(person)));
    }

    /** Signs in somebody who is known at two collèges. */
    SignedIn signIn(KitPerson person, KitPerson elsewhere) {
        String both = person.id() + " " + elsewhere.id();
        return signIn(
                person,
                UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)),
                List.of(membership(person), membership(elsewhere)));
    }

    /** Signs in somebody who works for the Département. */
    SignedIn signInOperator() {
        UUID session = UUID.nameUUIDFromBytes(new byte[] {1});
        return known(new SignedIn(session, session, null, "Solène", "Renard", true, List.of()));
    }

    private static Membership membership(KitPerson person) {
        return new Membership(
                person.college().uai(),
                person.person().id(),
                person.person().profile(),
                person.person().functions());
    }

    private SignedIn signIn(KitPerson person, UUID session, List<Membership> memberships) {
        return known(
                new SignedIn(
                        session,
                        session,
                        null,
                        person.person().givenName(),
                        person.person().familyName(),
                        false,
                        memberships));
    }

    private SignedIn known(SignedIn signedIn) {
        byToken.put(signedIn.session().toString(), signedIn);
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

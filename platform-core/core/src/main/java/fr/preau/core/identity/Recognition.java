package fr.preau.core.identity;

import java.util.Optional;

/** Says who stands behind the token of a request. */
public interface Recognition {

    /**
     * Somebody who was recognised.
     *
     * @param fresh the token to hand out instead of the one that came, if it is time
     */
    record Recognised(SignedIn person, Optional<String> fresh) {}

    /**
     * Who sent this cookie. A page may lie open for hours: how long its cookie is good, only the
     * session says.
     */
    Optional<Recognised> byCookie(String token);

    /** Which program sent this token, which is good for its quarter of an hour and not longer. */
    Optional<Recognised> byBearer(String token);
}

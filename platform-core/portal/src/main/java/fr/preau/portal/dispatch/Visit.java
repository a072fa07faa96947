package fr.preau.portal.dispatch;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.College;
import fr.preau.core.identity.SessionToken;
import fr.preau.core.identity.SignedIn;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a page, from its arrival to its answer: who calls, at which collège if at one, and
 * what shall become of their session.
 */
public final class Visit implements Request {

    private final String address;
    private final boolean json;
    private final @Nullable SignedIn signedIn;
    private @Nullable College college;
    private @Nullable Caller caller;
    private @Nullable SessionToken begun;
    private boolean ended;
    private @Nullable Integer status;

    Visit(String address, boolean json, @Nullable SignedIn signedIn) {
        this.address = address;
        this.json = json;
        this.signedIn = signedIn;
    }

    /** The visit behind a request of the portal's own routes. */
    public static Visit of(Request request) {
        return (Visit) request;
    }

    public String address() {
        return address;
    }

    /** Whether a program asks, not a person. */
    public boolean wantsJson() {
        return json;
    }

    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(signedIn);
    }

    /** Who is signed in, on a route that nobody else may call. */
    public SignedIn person() {
        if (signedIn == null) {
            throw new IllegalStateException(address + " was called by nobody");
        }
        return signedIn;
    }

    void at(College place, Caller person) {
        this.college = place;
        this.caller = person;
    }

    /** The collège whose page this is; empty on the portal's own pages. */
    public Optional<College> collegeInView() {
        return Optional.ofNullable(college);
    }

    @Override
    public College college() {
        if (college == null) {
            throw new IllegalStateException(address + " belongs to no collège");
        }
        return college;
    }

    @Override
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException(address + " belongs to no collège");
        }
        return caller;
    }

    @Override
    public Locale locale() {
        return Locale.FRANCE;
    }

    /** The answer shall carry the token of a session that has begun. */
    public void begin(SessionToken token) {
        this.begun = token;
    }

    /** The answer shall take the cookie away. */
    public void end() {
        this.ended = true;
    }

    /** The answer shall have this status instead of the usual one. */
    public void answerWith(int httpStatus) {
        this.status = httpStatus;
    }

    Optional<SessionToken> begun() {
        return Optional.ofNullable(begun);
    }

    boolean hasEnded() {
        return ended;
    }

    int statusOr(int usual) {
        return status == null ? usual : status;
    }

    static Refusal signInFirst() {
        return new Refusal(
                401,
                "sign-in-needed",
                "Il faut se connecter",
                "Votre session est terminée ou n’a pas commencé. Connectez-vous, puis recommencez.");
    }
}

package fr.preau.portal.dispatch;

import fr.preau.api.agenda.Elsewhere;
import fr.preau.api.directory.Family;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.api.search.FoundElsewhere;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SessionToken;
import fr.preau.core.identity.SignedIn;
import fr.preau.portal.look.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a page, from its arrival to its answer: who calls, at which collège if at one, and
 * what shall become of their session.
 */
public final class Visit implements Request {

    private final String address;
    private final boolean json;
    private final String trace;
    private final @Nullable String host;
    private @Nullable SignedIn signedIn;
    private @Nullable College college;
    private @Nullable Caller caller;
    private @Nullable BiFunction<Instant, Instant, Elsewhere> elsewhere;
    private Function<String, FoundElsewhere> searchElsewhere = words -> FoundElsewhere.NOTHING;
    private Supplier<Family> family = () -> Family.NONE;
    private @Nullable SessionToken begun;
    private boolean ended;
    private @Nullable Integer status;
    private @Nullable String noticeBefore;
    private boolean noticeTaken;
    private @Nullable String noticeAfter;
    private BannerMarks bannerMarks = BannerMarks.NONE;
    private boolean newBannerMarks;

    Visit(String address, boolean json, String trace) {
        this(address, json, trace, null);
    }

    /**
     * The visit of somebody not yet known.
     *
     * @param host what they call our server
     */
    Visit(String address, boolean json, String trace, @Nullable String host) {
        this.address = address;
        this.json = json;
        this.trace = trace;
        this.host = host;
    }

    /** The visit behind a request of the portal's own routes. */
    public static Visit of(Request request) {
        return (Visit) request;
    }

    public String address() {
        return address;
    }

    /** What this visitor calls our server, to know an address of ours again. */
    public @Nullable String host() {
        return host;
    }

    /** Whether a program asks, not a person. */
    public boolean wantsJson() {
        return json;
    }

    /**
     * Under what the log of the server has this visit, also what a person names to ask for help.
     */
    public String trace() {
        return trace;
    }

    /** It is known now who visits, or who has just signed in. */
    public void isOf(SignedIn person) {
        this.signedIn = person;
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

    /** Who is spoken to: « tu » to those who are nothing but pupils. */
    public Audience audience() {
        if (caller != null) {
            return caller.profile() == Profile.PUPIL ? Audience.PUPIL : Audience.ADULT;
        }
        if (signedIn == null) {
            return Audience.ADULT;
        }
        if (signedIn.operator()) {
            return Audience.OPERATOR;
        }
        List<Membership> memberships = signedIn.memberships();
        boolean pupilOnly =
                !memberships.isEmpty()
                        && memberships.stream().allMatch(m -> m.profile() == Profile.PUPIL);
        return pupilOnly ? Audience.PUPIL : Audience.ADULT;
    }

    void at(College place, Caller person) {
        this.college = place;
        this.caller = person;
    }

    /** What this person has to do and finds at their other collèges can be asked for. */
    void canAskElsewhere(
            BiFunction<Instant, Instant, Elsewhere> engagements,
            Function<String, FoundElsewhere> search) {
        this.elsewhere = engagements;
        this.searchElsewhere = search;
    }

    /** This person's children at all collèges can be asked for. */
    void canAskFamily(Supplier<Family> ask) {
        this.family = ask;
    }

    @Override
    public Family family() {
        return family.get();
    }

    @Override
    public Elsewhere elsewhere(Instant from, Instant until) {
        return elsewhere == null ? Elsewhere.NOTHING : elsewhere.apply(from, until);
    }

    @Override
    public FoundElsewhere findElsewhere(String words) {
        return searchElsewhere.apply(words);
    }

    /** Somebody looks at what a collège shows to everybody; they need not be known there. */
    void seesFromOutside(College place) {
        this.college = place;
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

    /** What an earlier visit left to be told on the next page. */
    void hasNotice(String text) {
        this.noticeBefore = text;
    }

    /** What is to be told, which is told with that. */
    Optional<String> takeNotice() {
        noticeTaken = noticeBefore != null;
        return Optional.ofNullable(noticeBefore);
    }

    boolean hasTakenNotice() {
        return noticeTaken;
    }

    /** The next page shall say this. */
    void leaveNotice(String text) {
        this.noticeAfter = text;
    }

    Optional<String> noticeLeft() {
        return Optional.ofNullable(noticeAfter);
    }

    /** What this person was told and has hidden of the urgent messages before. */
    void hasBannerMarks(BannerMarks marks) {
        this.bannerMarks = marks;
    }

    BannerMarks bannerMarks() {
        return bannerMarks;
    }

    boolean hasNewBannerMarks() {
        return newBannerMarks;
    }

    /** The page says this urgent message for the first time. */
    void tellsBanner(String key) {
        this.bannerMarks = bannerMarks.telling(key);
        this.newBannerMarks = true;
    }

    /** This person does not want to see the urgent message any more. */
    public void hideBanner(UUID banner, int version) {
        this.bannerMarks = bannerMarks.hiding(BannerMarks.keyOf(banner.toString(), version));
        this.newBannerMarks = true;
    }

    static Refusal signInFirst() {
        return Refusal.ofType(401, "sign-in-needed");
    }
}

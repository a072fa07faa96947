package fr.preau.communication.news;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody does with news beside reading them.
 *
 * @param caller who it is
 * @param writes drafts, and sends them to be read
 * @param publishes what others have written, and their own without asking
 */
record Desk(Caller caller, boolean writes, boolean publishes) {

    /** Those who write, who are many; the page tells who publishes. */
    static final Callers WRITERS = Callers.profiles(Profile.TEACHER, Profile.STAFF);

    /** Those who answer for what the collège says. */
    private static final Set<StaffFunction> PUBLISHERS =
            Set.of(
                    StaffFunction.PRINCIPAL,
                    StaffFunction.CPE,
                    StaffFunction.SECRETARY,
                    StaffFunction.ADMINISTRATOR);

    static final Callers CALLERS_WHO_PUBLISH =
            Callers.staff(
                    StaffFunction.PRINCIPAL,
                    StaffFunction.CPE,
                    StaffFunction.SECRETARY,
                    StaffFunction.ADMINISTRATOR);

    static Desk of(Caller caller) {
        boolean writes = WRITERS.profiles().contains(caller.profile());
        return new Desk(
                caller, writes, writes && !Collections.disjoint(caller.functions(), PUBLISHERS));
    }

    /** Whether somebody of the staff who is there for this answers for what is published. */
    static boolean publishes(Set<StaffFunction> functions) {
        return !Collections.disjoint(functions, PUBLISHERS);
    }

    /** A draft is its author's; the rest is also of those who publish. */
    boolean sees(News news) {
        return writes && (news.isBy(caller) || (publishes && news.state() != NewsState.DRAFT));
    }

    boolean mayChange(News news) {
        return news.isOfTheCollege()
                && switch (news.state()) {
                    case DRAFT -> news.isBy(caller);
                    case REVIEW, PUBLISHED -> publishes;
                    case WITHDRAWN, ARCHIVED -> false;
                };
    }

    /** What this person may do with a news as it is now, the first thing first. */
    List<NewsAct> actsOn(News news) {
        return !news.isOfTheCollege()
                ? List.of()
                : Stream.of(NewsAct.values()).filter(act -> may(act, news)).toList();
    }

    private boolean may(NewsAct act, News news) {
        boolean own = news.isBy(caller);
        NewsState state = news.state();
        return switch (act) {
            case PUBLISH ->
                    publishes && (state == NewsState.REVIEW || own && state == NewsState.DRAFT);
            case SEND -> own && !publishes && state == NewsState.DRAFT;
            case GIVE_BACK -> publishes && !own && state == NewsState.REVIEW;
            case TAKE_BACK ->
                    own && state == NewsState.REVIEW
                            || (own || publishes) && state == NewsState.PUBLISHED;
            case ARCHIVE -> publishes && state == NewsState.PUBLISHED;
            case ALERT ->
                    caller.functions().contains(StaffFunction.PRINCIPAL)
                            && state == NewsState.PUBLISHED;
            case DELETE -> own && state == NewsState.DRAFT;
        };
    }
}

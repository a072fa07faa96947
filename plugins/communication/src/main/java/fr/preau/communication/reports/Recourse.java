package fr.preau.communication.reports;

import fr.preau.api.route.Caller;
import fr.preau.communication.safety.Judges;
import java.util.UUID;

/**
 * What a reader can do against something that should not have been published.
 *
 * @param reports whether they may report it
 * @param withdraws whether they may take it from everybody
 */
public record Recourse(Evidence.Kind kind, UUID thing, boolean reports, boolean withdraws) {

    /**
     * Nobody reports what they wrote themselves.
     *
     * @param withdrawable whether the school may take it away, as it is now
     */
    public static Recourse against(
            Evidence.Kind kind, UUID thing, Caller reader, UUID author, boolean withdrawable) {
        boolean others = !author.equals(reader.person().value());
        return new Recourse(kind, thing, others, others && withdrawable && Judges.isOne(reader));
    }

    /** What the school can do where it is looked after, and not read. */
    public static Recourse ofSchool(
            Evidence.Kind kind, UUID thing, Caller reader, UUID author, boolean withdrawable) {
        Recourse recourse = against(kind, thing, reader, author, withdrawable);
        return new Recourse(kind, thing, false, recourse.withdraws());
    }

    /** Against something that nobody at the collège answers for. */
    public static Recourse none(Evidence.Kind kind, UUID thing) {
        return new Recourse(kind, thing, false, false);
    }

    /** Below the module. */
    public String address() {
        return "/published/" + kind + "/" + thing;
    }
}

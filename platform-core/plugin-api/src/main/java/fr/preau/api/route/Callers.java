package fr.preau.api.route;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may call a route. There is no default: nobody is let in who is not named here.
 *
 * @param visitors whether even a visitor who has not signed in may call
 * @param profiles the profiles let in
 * @param functions when not empty, staff need one of these functions
 * @param departement whether the route stands at the Département's own place, not at a collège
 */
public record Callers(
        boolean visitors,
        Set<Profile> profiles,
        Set<StaffFunction> functions,
        boolean departement) {

    public Callers {
        profiles = Set.copyOf(profiles);
        functions = Set.copyOf(functions);
    }

    /** Those who may call a route at a collège. */
    public Callers(boolean visitors, Set<Profile> profiles, Set<StaffFunction> functions) {
        this(visitors, profiles, functions, false);
    }

    /** Everybody, signed in or not: only for what may stand on a public wall. */
    public static Callers anyone() {
        return new Callers(true, EnumSet.allOf(Profile.class), Set.of());
    }

    /** Everybody who is signed in. */
    public static Callers signedIn() {
        return new Callers(false, EnumSet.allOf(Profile.class), Set.of());
    }

    /** The persons of these profiles. */
    public static Callers profiles(Profile first, Profile... more) {
        return new Callers(false, EnumSet.of(first, more), Set.of());
    }

    /** The staff with one of these functions. */
    public static Callers staff(StaffFunction first, StaffFunction... more) {
        return new Callers(false, Set.of(Profile.STAFF), EnumSet.of(first, more));
    }

    /** The same, and the persons of one more profile. */
    public Callers and(Profile profile) {
        Set<Profile> more = EnumSet.of(profile);
        more.addAll(profiles);
        return new Callers(visitors, more, functions, departement);
    }

    /**
     * The same at the Département's own place, where what the collèges share is kept: there are
     * those who work for the Département, and guardians once for all their children. The manifest
     * says so under {@code departement}.
     */
    public Callers atDepartement() {
        return new Callers(visitors, profiles, functions, true);
    }

    /** Whether someone of this profile with these functions is let in. */
    public boolean admit(Profile profile, Set<StaffFunction> held) {
        if (!profiles.contains(profile)) {
            return false;
        }
        return profile != Profile.STAFF
                || functions.isEmpty()
                || held.stream().anyMatch(functions::contains);
    }
}

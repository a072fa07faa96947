package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import java.util.Locale;

/** The identifiers of people and schools, made so that no two can meet within the académie. */
public final class Jointures {

    /** The collège's second record of a guardian, when nobody saw that it was the same person. */
    static final int SECOND_RECORD = 5;

    private Jointures() {}

    /** The school's identifier in the directory. */
    public static long school(Uai uai) {
        return Long.parseLong(uai.value().substring(0, 7));
    }

    static long pupil(Place place) {
        return 100_000_000_000L + school(place.uai()) * 10_000 + placeNumber(place);
    }

    static long guardian(FamilyPlan family, int rank) {
        return 2_000_000_000_000L + school(family.owner()) * 100_000 + family.number() * 10L + rank;
    }

    static long staff(Uai uai, int number) {
        return 30_000_000_000L + school(uai) * 1000 + number;
    }

    /** The national number: nine digits and two letters. */
    static String ine(Place place) {
        long number = school(place.uai()) % 100_000 * 10_000 + placeNumber(place);
        char first = (char) ('A' + number % 23);
        char second = (char) ('A' + number % 19);
        return String.format(Locale.ROOT, "%09d%c%c", number, first, second);
    }

    private static int placeNumber(Place place) {
        return place.level().ordinal() * 1000 + place.index();
    }
}

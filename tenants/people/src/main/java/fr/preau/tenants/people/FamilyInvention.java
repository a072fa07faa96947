package fr.preau.tenants.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invents one family: who the adults are, where they live, what the children are called. */
final class FamilyInvention {

    private static final int BIRTH_YEAR_OF_SIXIEMES = 2015;

    private final DepartementPlan departement;
    private final Names names;
    private final Homes homes;
    private final FamilyPlan plan;
    private final Dice dice;
    private final Household household;
    private final Origin[] origins = new Origin[2];
    private final String[] birthNames = new String[2];
    private final Gender[] genders = new Gender[2];
    private final int birthYear;

    FamilyInvention(
            DepartementPlan departement, Names names, Homes homes, FamilyPlan plan, Dice dice) {
        this.departement = departement;
        this.names = names;
        this.homes = homes;
        this.plan = plan;
        this.dice = dice;
        this.household = Household.of(dice);
        this.birthYear =
                BIRTH_YEAR_OF_SIXIEMES
                        - plan.places().stream()
                                .mapToInt(place -> place.level().ordinal())
                                .max()
                                .orElse(0);
        chooseParents();
    }

    private void chooseParents() {
        origins[0] = names.origin(dice);
        origins[1] = dice.percent(72) ? origins[0] : names.origin(dice);
        birthNames[0] = dice.oneOf(origins[0].families());
        birthNames[1] = dice.oneOf(origins[1].families());
        boolean motherFirst = dice.percent(household == Household.ONE_PARENT ? 85 : 50);
        genders[0] = motherFirst ? Gender.FEMALE : Gender.MALE;
        boolean sameSex = dice.percent(2);
        genders[1] = motherFirst == sameSex ? Gender.FEMALE : Gender.MALE;
    }

    Family invent() {
        Home home = homes.near(dice, plan.owner());
        List<Guardian> adults = adults(home);
        List<Guardianship> links = new ArrayList<>();
        for (int rank = 0; rank < adults.size(); rank++) {
            links.add(household.link(adults.get(rank), rank));
        }
        return new Family(plan, children(home, links), adults, recordedTwice(adults));
    }

    private List<Guardian> adults(Home home) {
        List<Guardian> adults = new ArrayList<>();
        adults.add(household == Household.THIRD_PARTY ? relative(0, home) : parent(0, home));
        switch (household) {
            case COUPLE -> adults.add(parent(1, home));
            case SEPARATED -> adults.add(parent(1, homes.anywhere(dice, plan.owner())));
            case PARENT_AND_RELATIVE -> adults.add(relative(1, homes.anywhere(dice, plan.owner())));
            case ONE_PARENT, THIRD_PARTY -> {}
        }
        return adults;
    }

    private Guardian parent(int rank, Home home) {
        String given = names.adult(dice, origins[rank], genders[rank]);
        boolean tookName =
                household == Household.COUPLE && genders[rank] == Gender.FEMALE && dice.percent(50);
        String family = tookName ? birthNames[1 - rank] : birthNames[rank];
        LocalDate birth = day(birthYear - dice.between(23, 41), dice.below(365));
        return guardian(
                rank, genders[rank], new PersonName(given, family, birthNames[rank]), birth, home);
    }

    private Guardian relative(int rank, Home home) {
        Gender gender = dice.percent(60) ? Gender.FEMALE : Gender.MALE;
        PersonName name =
                PersonName.of(
                        names.adult(dice, origins[0], gender),
                        dice.percent(50) ? birthNames[0] : dice.oneOf(origins[0].families()));
        LocalDate birth = day(birthYear - dice.between(45, 65), dice.below(365));
        return guardian(rank, gender, name, birth, home);
    }

    private Guardian guardian(
            int rank, Gender gender, PersonName name, LocalDate birth, Home home) {
        return new Guardian(
                Jointures.guardian(plan, rank),
                gender,
                name,
                birth,
                home,
                Contacts.ofGuardian(dice, name),
                dice.percent(55),
                plan.places().stream().map(Jointures::pupil).toList());
    }

    private List<Pupil> children(Home home, List<Guardianship> links) {
        String family = childrensName();
        int season = dice.below(365);
        Set<String> taken = new HashSet<>();
        List<Pupil> children = new ArrayList<>();
        for (Place place : plan.places()) {
            Gender gender = dice.percent(50) ? Gender.FEMALE : Gender.MALE;
            children.add(
                    child(
                            place,
                            gender,
                            PersonName.of(untaken(gender, taken), family),
                            birth(place, season),
                            home,
                            links));
        }
        return children;
    }

    private String untaken(Gender gender, Set<String> taken) {
        String name = names.child(dice, origins[0], gender);
        while (!taken.add(name)) {
            name = names.child(dice, origins[0], gender);
        }
        return name;
    }

    private Pupil child(
            Place place,
            Gender gender,
            PersonName name,
            LocalDate birth,
            Home home,
            List<Guardianship> links) {
        LevelPlan level = departement.school(place.uai()).level(place.level());
        return new Pupil(
                Jointures.pupil(place),
                Jointures.ine(place),
                place.uai(),
                gender,
                name,
                dice.percent(40) ? List.of(names.adult(dice, origins[0], gender)) : List.of(),
                birth,
                place.level(),
                level.classOf(place.index()),
                level.groupsOf(place.index()),
                level.chosenBy(place.index()),
                Regime.of(dice),
                dice.percent(22),
                dice.percent(4),
                home,
                links);
    }

    private String childrensName() {
        int father = genders[0] == Gender.MALE ? 0 : 1;
        int throwing = dice.below(100);
        if (household == Household.ONE_PARENT || throwing < 8) {
            return birthNames[0];
        }
        return throwing < 22 ? birthNames[0] + " " + birthNames[1] : birthNames[father];
    }

    /**
     * Brothers and sisters are born around the same season, so that no two come within nine months;
     * an only child may be a year late or early in its level.
     */
    private LocalDate birth(Place place, int season) {
        int year = BIRTH_YEAR_OF_SIXIEMES - place.level().ordinal();
        if (plan.places().size() > 1) {
            int shift = plan.twins() ? 0 : dice.between(-30, 30);
            return day(year, Math.max(0, Math.min(364, season + shift)));
        }
        int throwing = dice.below(100);
        return day(throwing < 5 ? year - 1 : throwing < 7 ? year + 1 : year, season);
    }

    private static LocalDate day(int year, int dayOfYear) {
        return LocalDate.ofYearDay(year, dayOfYear + 1);
    }

    private Set<Long> recordedTwice(List<Guardian> adults) {
        Set<Long> twice = new HashSet<>();
        for (Guardian adult : adults) {
            if (plan.colleges().size() > 1 && dice.percent(2)) {
                twice.add(adult.jointure());
            }
        }
        return twice;
    }
}

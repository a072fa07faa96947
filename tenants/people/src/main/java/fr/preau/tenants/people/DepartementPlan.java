package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the collèges of a département share: families with children at two, teachers at two. */
final class DepartementPlan {

    private static final int NEIGHBOURS = 4;
    private static final double FARTHEST_NEIGHBOUR_KM = 6;

    /** Families counted by one collège alone start here, those of two collèges below. */
    private static final int FIRST_LOCAL_FAMILY = 1000;

    private final long seed;
    private final Departement departement;
    private final Map<Uai, SchoolPlan> schools = new HashMap<>();
    private final Map<Uai, List<FamilyPlan>> sharedFamilies = new HashMap<>();
    private final Map<Uai, int[]> takenPlaces = new HashMap<>();
    private final Map<PostAt, PostAt> sharedPosts = new HashMap<>();

    /** A teaching post of a collège. */
    record PostAt(Uai uai, int number) {}

    private record Pair(CollegeDescriptor first, CollegeDescriptor second) {

        static Pair of(CollegeDescriptor one, CollegeDescriptor other) {
            boolean ordered = one.uai().value().compareTo(other.uai().value()) < 0;
            return ordered ? new Pair(one, other) : new Pair(other, one);
        }

        String name() {
            return first.uai() + "+" + second.uai();
        }
    }

    DepartementPlan(Departement departement, long seed) {
        this.seed = seed;
        this.departement = departement;
        for (CollegeDescriptor college : departement.colleges()) {
            schools.put(college.uai(), new SchoolPlan(college.headcount()));
            sharedFamilies.put(college.uai(), new ArrayList<>());
            takenPlaces.put(college.uai(), new int[Level.values().length]);
        }
        List<Pair> pairs = pairs();
        pairs.forEach(this::shareFamilies);
        pairs.forEach(this::shareTeachers);
    }

    SchoolPlan school(Uai uai) {
        return known(schools, uai);
    }

    /** The other half of a teacher's work, if they teach at two collèges. */
    Optional<PostAt> otherPost(Uai uai, int number) {
        return Optional.ofNullable(sharedPosts.get(new PostAt(uai, number)));
    }

    /** The families with children at this collège and at another. */
    List<FamilyPlan> sharedFamilies(Uai uai) {
        return List.copyOf(known(sharedFamilies, uai));
    }

    /** All families of a collège; each of its places belongs to one of them. */
    List<FamilyPlan> families(Uai uai) {
        List<FamilyPlan> families = new ArrayList<>(sharedFamilies(uai));
        int[] next = known(takenPlaces, uai).clone();
        for (int number = FIRST_LOCAL_FAMILY; mostFree(uai, next, Set.of()) != null; number++) {
            Dice dice = Dice.named(seed, "siblings", uai.value(), number);
            families.add(localFamily(uai, number, next, dice));
        }
        return families;
    }

    private FamilyPlan localFamily(Uai uai, int number, int[] next, Dice dice) {
        int throwing = dice.below(1000);
        int children = throwing < 105 ? 2 : throwing < 120 ? 3 : 1;
        boolean twins = throwing >= 990;
        List<Place> places = new ArrayList<>();
        Set<Level> levels = new HashSet<>();
        Level level = mostFree(uai, next, levels);
        while (level != null && places.size() < children) {
            places.add(new Place(uai, level, next[level.ordinal()]++));
            levels.add(level);
            if (twins && next[level.ordinal()] < pupils(uai, level)) {
                places.add(new Place(uai, level, next[level.ordinal()]++));
            }
            level = dice.percent(50) ? mostFree(uai, next, levels) : anyFree(uai, next, levels);
        }
        return new FamilyPlan(uai, number, places, twins);
    }

    private @Nullable Level mostFree(Uai uai, int[] next, Set<Level> except) {
        Level most = null;
        int free = 0;
        for (Level level : Level.values()) {
            int here = pupils(uai, level) - next[level.ordinal()];
            if (!except.contains(level) && here > free) {
                most = level;
                free = here;
            }
        }
        return most;
    }

    private @Nullable Level anyFree(Uai uai, int[] next, Set<Level> except) {
        for (Level level : Level.values()) {
            if (!except.contains(level) && next[level.ordinal()] < pupils(uai, level)) {
                return level;
            }
        }
        return null;
    }

    private int pupils(Uai uai, Level level) {
        return school(uai).level(level).pupils();
    }

    private List<Pair> pairs() {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (CollegeDescriptor college : departement.colleges()) {
            departement.colleges().stream()
                    .filter(other -> !other.equals(college))
                    .filter(other -> distance(college, other) <= FARTHEST_NEIGHBOUR_KM)
                    .sorted(Comparator.comparing(other -> distance(college, other)))
                    .limit(NEIGHBOURS)
                    .forEach(other -> pairs.add(Pair.of(college, other)));
        }
        return pairs.stream().sorted(Comparator.comparing(Pair::name)).toList();
    }

    private static double distance(CollegeDescriptor one, CollegeDescriptor other) {
        return one.location().kilometresTo(other.location());
    }

    /** About one family in a hundred of the smaller collège has a child at the neighbour too. */
    private void shareFamilies(Pair pair) {
        Dice dice = Dice.named(seed, "two colleges", pair.name(), 0);
        int smaller = Math.min(pair.first.headcount().total(), pair.second.headcount().total());
        int count = smaller * dice.between(8, 16) / 1000;
        for (int family = 0; family < count; family++) {
            int level = dice.below(4);
            int otherLevel = (level + dice.between(1, 3)) % 4;
            shareFamily(pair, Level.values()[level], Level.values()[otherLevel]);
        }
    }

    private void shareFamily(Pair pair, Level level, Level otherLevel) {
        Uai one = pair.first.uai();
        Uai other = pair.second.uai();
        if (crowded(one, level) || crowded(other, otherLevel)) {
            return;
        }
        int number =
                (int)
                        sharedFamilies(one).stream()
                                .filter(family -> family.owner().equals(one))
                                .count();
        FamilyPlan family =
                new FamilyPlan(
                        one, number, List.of(take(one, level), take(other, otherLevel)), false);
        known(sharedFamilies, one).add(family);
        known(sharedFamilies, other).add(family);
    }

    private boolean crowded(Uai uai, Level level) {
        return known(takenPlaces, uai)[level.ordinal()] * 3 >= pupils(uai, level);
    }

    private Place take(Uai uai, Level level) {
        return new Place(uai, level, known(takenPlaces, uai)[level.ordinal()]++);
    }

    /** Two part-time posts of neighbours that make one post together are one person's. */
    private void shareTeachers(Pair pair) {
        for (Subject subject : Subject.values()) {
            if (!subject.oftenOnTwoColleges()) {
                continue;
            }
            school(pair.first.uai())
                    .lightest(subject)
                    .ifPresent(
                            here ->
                                    school(pair.second.uai())
                                            .lightest(subject)
                                            .ifPresent(there -> share(pair, here, there)));
        }
    }

    private void share(Pair pair, TeachingPost here, TeachingPost there) {
        PostAt one = new PostAt(pair.first.uai(), here.number());
        PostAt other = new PostAt(pair.second.uai(), there.number());
        boolean fits = here.halfHours() + there.halfHours() <= SchoolPlan.HALF_HOURS_OF_A_POST;
        if (fits && !sharedPosts.containsKey(one) && !sharedPosts.containsKey(other)) {
            sharedPosts.put(one, other);
            sharedPosts.put(other, one);
        }
    }

    private static <T> T known(Map<Uai, T> map, Uai uai) {
        T value = map.get(uai);
        if (value == null) {
            throw new IllegalArgumentException(uai + " is not a collège of this département");
        }
        return value;
    }
}

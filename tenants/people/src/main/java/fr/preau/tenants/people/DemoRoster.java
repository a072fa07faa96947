package fr.preau.tenants.people;

import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The people behind the demo accounts of one collège, chosen so that they meet: the teacher heads
 * the 5e class of the pupil and of one of the parent's two children; the other child is at a
 * neighbour, whose principal has an account too.
 *
 * @param people in the order in which the sign-in page shows them
 * @param firstColleges the collèges these people need, to be imported before the others
 */
public record DemoRoster(List<DemoPerson> people, List<Uai> firstColleges) {

    /** The collège that the demo accounts are named after. */
    public static final String COLLEGE = "sevres";

    public DemoRoster {
        people = List.copyOf(people);
        firstColleges = List.copyOf(firstColleges);
    }

    /**
     * @throws java.util.NoSuchElementException if the département has no such collège, or this seed
     *     no such family
     */
    public static DemoRoster of(InventedDepartement invented) {
        Departement departement = invented.departement();
        CollegeDescriptor college = departement.college(COLLEGE).orElseThrow();
        Family family = family(invented, college);
        Pupil child = childAt(family, college.uai());
        InventedCollege everybody = invented.college(college.uai());
        Pupil classmate =
                everybody.pupils().stream()
                        .filter(pupil -> pupil.schoolClass().equals(child.schoolClass()))
                        .filter(pupil -> pupil.jointure() != child.jointure())
                        .findFirst()
                        .orElseThrow();
        CollegeDescriptor neighbour = neighbour(departement, family, college);
        return new DemoRoster(
                List.of(
                        staff(everybody, Function.PRINCIPAL, "direction", "Direction"),
                        staff(everybody, Function.CPE, "cpe", "CPE"),
                        staff(everybody, Function.SECRETARY, "secretariat", "Secrétariat"),
                        staff(everybody, Function.GESTIONNAIRE, "gestion", "Gestion"),
                        staff(
                                everybody,
                                Function.ENT_ADMINISTRATOR,
                                "admin",
                                "Administration de l’ENT"),
                        teacher(everybody, child.schoolClass()),
                        parent(family, college, neighbour),
                        pupil(classmate, college),
                        principalOf(invented.college(neighbour.uai()))),
                List.of(college.uai(), neighbour.uai()));
    }

    /** Two parents at one address, filed once, a child in 5e here and one at the nearest other. */
    private static Family family(InventedDepartement invented, CollegeDescriptor college) {
        Departement departement = invented.departement();
        return invented.plan().sharedFamilies(college.uai()).stream()
                .filter(plan -> hasFifthYear(plan, college.uai()))
                .map(invented::family)
                .filter(family -> family.recordedTwice().isEmpty())
                .filter(DemoRoster::isOfTwoParents)
                .filter(family -> neighbour(departement, family, college).active())
                .min(
                        Comparator.comparing(
                                family ->
                                        neighbour(departement, family, college)
                                                .location()
                                                .kilometresTo(college.location())))
                .orElseThrow();
    }

    private static boolean hasFifthYear(FamilyPlan plan, Uai uai) {
        return plan.places().stream()
                .anyMatch(place -> place.uai().equals(uai) && place.level() == Level.CINQUIEME);
    }

    private static boolean isOfTwoParents(Family family) {
        return family.guardians().size() == 2
                && family.guardians().get(0).home().equals(family.guardians().get(1).home());
    }

    private static CollegeDescriptor neighbour(
            Departement departement, Family family, CollegeDescriptor college) {
        return family.plan().colleges().stream()
                .filter(uai -> !uai.equals(college.uai()))
                .findFirst()
                .flatMap(departement::college)
                .orElseThrow();
    }

    private static Pupil childAt(Family family, Uai uai) {
        return family.childrenAt(uai).get(0);
    }

    private static DemoPerson staff(
            InventedCollege college, Function function, String login, String label) {
        return staff(college, function, login + "." + COLLEGE, label, college.descriptor().name());
    }

    /** Who opens at the neighbour what the parent has to come to as well. */
    private static DemoPerson principalOf(InventedCollege college) {
        CollegeDescriptor descriptor = college.descriptor();
        return staff(
                college,
                Function.PRINCIPAL,
                "direction." + descriptor.slug(),
                "Direction",
                descriptor.name() + " (" + descriptor.commune() + ")");
    }

    private static DemoPerson staff(
            InventedCollege college, Function function, String login, String label, String where) {
        StaffMember member =
                college.staff().stream()
                        .filter(someone -> someone.has(function))
                        .findFirst()
                        .orElseThrow();
        return new DemoPerson(
                login,
                member.jointure(),
                member.name().display(),
                Profile.STAFF,
                label + ", " + midSentence(where),
                List.of(college.descriptor().uai()));
    }

    private static DemoPerson teacher(InventedCollege college, String schoolClass) {
        Uai uai = college.descriptor().uai();
        StaffMember teacher =
                college.staff().stream()
                        .filter(someone -> someone.heads(uai, schoolClass))
                        .findFirst()
                        .orElseThrow();
        return new DemoPerson(
                "prof." + COLLEGE,
                teacher.jointure(),
                teacher.name().display(),
                Profile.TEACHER,
                (teacher.gender() == Gender.FEMALE
                                ? "Professeure principale de la "
                                : "Professeur principal de la ")
                        + schoolClass
                        + ", "
                        + midSentence(college.descriptor().name()),
                teacher.posts().stream().map(Post::uai).toList());
    }

    private static DemoPerson parent(
            Family family, CollegeDescriptor college, CollegeDescriptor neighbour) {
        Guardian parent = family.guardians().get(0);
        return new DemoPerson(
                "parent." + COLLEGE,
                parent.jointure(),
                parent.name().display(),
                Profile.GUARDIAN,
                "Parent de deux enfants, "
                        + at(college.commune())
                        + " et "
                        + at(neighbour.commune()),
                List.of(college.uai(), neighbour.uai()));
    }

    private static DemoPerson pupil(Pupil pupil, CollegeDescriptor college) {
        return new DemoPerson(
                "eleve." + COLLEGE,
                pupil.jointure(),
                pupil.name().display(),
                Profile.PUPIL,
                "Élève de " + pupil.schoolClass() + ", " + midSentence(college.name()),
                List.of(college.uai()));
    }

    private static String midSentence(String name) {
        return name.substring(0, 1).toLowerCase(Locale.FRENCH) + name.substring(1);
    }

    private static String at(String commune) {
        return commune.startsWith("Le ") ? "au " + commune.substring(3) : "à " + commune;
    }
}

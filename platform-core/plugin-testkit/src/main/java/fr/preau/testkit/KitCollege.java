package fr.preau.testkit;

import fr.preau.api.school.College;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invented collège with its people: the classes 5eA and 5eB, pupils with their guardians,
 * teachers, and one member of the staff for each function.
 */
public final class KitCollege {

    private final SchoolRows rows;
    private College college;
    private final Map<StaffFunction, KitPerson> staff = new EnumMap<>(StaffFunction.class);
    private @Nullable KitPerson pupil;
    private @Nullable KitPerson otherPupil;
    private @Nullable KitPerson guardian;
    private @Nullable KitPerson guardianOfTwo;
    private @Nullable KitPerson teacher;
    private @Nullable KitPerson otherTeacher;

    KitCollege(Uai uai, String slug, String name, String commune, UnitsOfWork units) {
        this.college = new College(uai, slug, name, commune, "#1d5c4d");
        this.rows = new SchoolRows(college, units);
    }

    SchoolRows rows() {
        return rows;
    }

    /** Invents everybody; the database has nobody yet. */
    void fill() {
        KitPerson ines = aPupil().named("Inès", "Bernard").inClass("5eA").create();
        KitPerson awa = aPupil().named("Awa", "Martin").inClass("5eA").create();
        KitPerson leo = aPupil().named("Léo", "Martin").inClass("5eB").create();
        pupil = ines;
        otherPupil = leo;
        guardian = aGuardian().named("Paul", "Bernard").of(ines).create();
        guardianOfTwo = aGuardian().named("Nadia", "Martin").of(awa, leo).create();
        teacher = aTeacher().named("Julie", "Faure").inClass("5eA").inClass("5eB").create();
        otherTeacher =
                aTeacher()
                        .named("Marc", "Olivier")
                        .inClass("5eB")
                        .teaching("Histoire-géographie")
                        .create();
        for (StaffFunction function : StaffFunction.values()) {
            staff.put(
                    function,
                    aMemberOfTheStaff(function).named("Dominique", named(function)).create());
        }
        rows.remember();
    }

    private static String named(StaffFunction function) {
        return switch (function) {
            case PRINCIPAL -> "Lambert";
            case CPE -> "Girard";
            case GESTIONNAIRE -> "Roussel";
            case SECRETARY -> "Colin";
            case ADMINISTRATOR -> "Masson";
        };
    }

    void allowOnly(Set<ModuleOption> options) {
        college =
                new College(
                        college.uai(),
                        college.slug(),
                        college.name(),
                        college.commune(),
                        college.accent(),
                        options);
    }

    /** As modules know it. */
    public College college() {
        return college;
    }

    public SchoolClass schoolClass(String name) {
        return rows.schoolClass(name);
    }

    /** A group that is taught apart from the classes: who is in it, says {@link PersonBuilder}. */
    public TeachingGroup group(String name) {
        return rows.group(name);
    }

    /** Somebody is not at the collège any more. */
    public void leaves(KitPerson person) {
        rows.left(person);
    }

    /** Inès Bernard of the 5eA, whose guardian is {@link #guardian}. */
    public KitPerson pupil() {
        return there(pupil);
    }

    /** Léo Martin of the 5eB, whose guardian is {@link #guardianOfTwo}. */
    public KitPerson otherPupil() {
        return there(otherPupil);
    }

    /** Paul Bernard, guardian of {@link #pupil}. */
    public KitPerson guardian() {
        return there(guardian);
    }

    /** Nadia Martin, guardian of Awa in the 5eA and of {@link #otherPupil}. */
    public KitPerson guardianOfTwo() {
        return there(guardianOfTwo);
    }

    /** Julie Faure, who teaches mathematics in both classes. */
    public KitPerson teacher() {
        return there(teacher);
    }

    /** Marc Olivier, who teaches history in the 5eB only. */
    public KitPerson otherTeacher() {
        return there(otherTeacher);
    }

    /** A member of the staff who is there for this. */
    public KitPerson staff(StaffFunction function) {
        return there(staff.get(function));
    }

    private static KitPerson there(@Nullable KitPerson person) {
        if (person == null) {
            throw new KitFailure("the collège has not been filled");
        }
        return person;
    }

    /** One of each kind: pupil, guardian, teacher, and the staff of each function. */
    public List<KitPerson> everybody() {
        List<KitPerson> everybody = new ArrayList<>();
        everybody.add(pupil());
        everybody.add(guardian());
        everybody.add(guardianOfTwo());
        everybody.add(teacher());
        everybody.addAll(staff.values());
        return everybody;
    }

    /** Another pupil. */
    public PersonBuilder aPupil() {
        return new PersonBuilder(this, Profile.PUPIL, Set.of());
    }

    /** Another guardian: of whom, says {@link PersonBuilder#of}. */
    public PersonBuilder aGuardian() {
        return new PersonBuilder(this, Profile.GUARDIAN, Set.of());
    }

    /** Another teacher. */
    public PersonBuilder aTeacher() {
        return new PersonBuilder(this, Profile.TEACHER, Set.of());
    }

    /** Another member of the staff. */
    public PersonBuilder aMemberOfTheStaff(StaffFunction... functions) {
        return new PersonBuilder(this, Profile.STAFF, Set.of(functions));
    }
}

package fr.preau.testkit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.College;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.core.directory.StaffFunctions;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes the people of a collège into its directory, as an import would. */
final class SchoolRows {

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final College college;
    private final UnitsOfWork units;
    private final Map<String, SchoolClass> classes = new HashMap<>();
    private final Map<String, TeachingGroup> groups = new HashMap<>();
    private final Map<String, UUID> subjects = new HashMap<>();
    private Map<String, SchoolClass> classesAtFirst = Map.of();
    private Map<String, UUID> subjectsAtFirst = Map.of();
    private boolean changed;

    SchoolRows(College college, UnitsOfWork units) {
        this.college = college;
        this.units = units;
    }

    SchoolClass schoolClass(String name) {
        return classes.computeIfAbsent(
                name,
                missing -> {
                    UUID id = IDS.generate();
                    put(
                            "INSERT INTO school_class (id, code, name) VALUES (?, ?, ?)",
                            id,
                            name,
                            name);
                    return new SchoolClass(new ClassId(id), name);
                });
    }

    KitPerson person(
            String givenName, String familyName, Profile profile, Set<StaffFunction> functions) {
        UUID id = IDS.generate();
        put(
                "INSERT INTO person (id, academic_id, profile, given_name, family_name, functions)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                id,
                profile.name(),
                givenName,
                familyName,
                StaffFunctions.format(functions));
        return new KitPerson(
                college, new Person(new PersonId(id), givenName, familyName, profile, functions));
    }

    void member(String schoolClass, KitPerson pupil) {
        put(
                "INSERT INTO class_member (class_id, person_id) VALUES (?, ?)",
                schoolClass(schoolClass).id().value(),
                pupil.id().value());
    }

    void teaching(String schoolClass, KitPerson teacher, String subject) {
        put(
                "INSERT INTO teaching (class_id, teacher_id, subject_id) VALUES (?, ?, ?)",
                schoolClass(schoolClass).id().value(),
                teacher.id().value(),
                subject(subject));
    }

    TeachingGroup group(String name) {
        return groups.computeIfAbsent(
                name,
                missing -> {
                    UUID id = IDS.generate();
                    put(
                            "INSERT INTO school_group (id, code, name) VALUES (?, ?, ?)",
                            id,
                            name,
                            name);
                    return new TeachingGroup(new GroupId(id), name);
                });
    }

    void memberOfGroup(String group, KitPerson pupil) {
        put(
                "INSERT INTO group_member (group_id, person_id) VALUES (?, ?)",
                group(group).id().value(),
                pupil.id().value());
    }

    void groupTeaching(String group, KitPerson teacher, String subject) {
        put(
                "INSERT INTO group_teaching (group_id, teacher_id, subject_id) VALUES (?, ?, ?)",
                group(group).id().value(),
                teacher.id().value(),
                subject(subject));
    }

    void mobile(KitPerson person, String number) {
        put(
                "INSERT INTO person_contact (person_id, mobile) VALUES (?, ?)",
                person.id().value(),
                number);
    }

    void left(KitPerson person) {
        put("UPDATE person SET left_on = '2000-09-02' WHERE id = ?", person.id().value());
    }

    void guardianship(KitPerson guardian, KitPerson child) {
        put(
                "INSERT INTO guardianship (adult_id, child_id, valid_from, relation, legal,"
                        + " in_charge, payer, payee, contact)"
                        // Before anything that a test's clock may say.
                        + " VALUES (?, ?, '2000-09-01', '10', TRUE, FALSE, TRUE, TRUE, TRUE)",
                guardian.id().value(),
                child.id().value());
    }

    private UUID subject(String label) {
        return subjects.computeIfAbsent(
                label,
                missing -> {
                    UUID id = IDS.generate();
                    String code = id.toString().substring(16);
                    put("INSERT INTO subject (id, code, label) VALUES (?, ?, ?)", id, code, label);
                    return id;
                });
    }

    /** From now on {@link #putBack} comes back to how it is now. */
    void remember() {
        classesAtFirst = Map.copyOf(classes);
        subjectsAtFirst = Map.copyOf(subjects);
        changed = false;
    }

    /** Whether there are others than at first. */
    boolean changed() {
        return changed;
    }

    /** Forgets what the database has been made to forget. */
    void putBack() {
        classes.keySet().retainAll(classesAtFirst.keySet());
        groups.clear();
        subjects.keySet().retainAll(subjectsAtFirst.keySet());
        changed = false;
    }

    private void put(String sql, Object... values) {
        Object[] bound = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            bound[i] = values[i].toString();
        }
        changed = true;
        units.write(DatabaseSpace.of(college.uai()), unit -> unit.update(sql, bound));
    }
}

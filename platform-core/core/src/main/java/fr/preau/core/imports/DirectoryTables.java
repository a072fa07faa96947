package fr.preau.core.imports;

import static java.util.Arrays.asList;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.school.Profile;
import fr.preau.core.directory.StaffFunctions;
import fr.preau.core.imports.CodedTable.Brought;
import fr.preau.core.imports.DeliveredCollege.Contact;
import fr.preau.core.imports.DeliveredCollege.DeliveredPerson;
import fr.preau.core.imports.DeliveredCollege.Member;
import fr.preau.core.imports.DeliveredCollege.PupilFacts;
import fr.preau.core.imports.DeliveredCollege.Teaching;
import fr.preau.core.imports.ImportOutcome.Counts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings the tables of a collège's directory to what a delivery says. */
final class DirectoryTables {

    static final CodedTable PERSON =
            new CodedTable(
                    "person",
                    "academic_id",
                    List.of(
                            Column.text("profile"),
                            Column.text("given_name"),
                            Column.text("family_name"),
                            Column.text("birth_name"),
                            Column.text("other_given_names"),
                            Column.text("title"),
                            Column.day("birth_date"),
                            Column.text("functions")),
                    "left_on");

    private static final LinkTable CONTACT =
            new LinkTable(
                    "person_contact",
                    List.of(Column.id("person_id")),
                    0,
                    List.of(
                            Column.text("street"),
                            Column.text("postcode"),
                            Column.text("city"),
                            Column.text("country"),
                            Column.text("phone"),
                            Column.text("mobile"),
                            Column.text("mail"),
                            Column.flag("share_address"),
                            Column.text("text_mobile")));

    private static final LinkTable PUPIL =
            new LinkTable(
                    "pupil",
                    List.of(Column.id("person_id")),
                    0,
                    List.of(
                            Column.text("ine"),
                            Column.text("level"),
                            Column.text("mef"),
                            Column.text("mef_label"),
                            Column.text("regime"),
                            Column.flag("scholarship"),
                            Column.flag("transport")));

    private static final CodedTable CLASS =
            new CodedTable("school_class", "code", List.of(Column.text("name")), "closed_on");
    private static final CodedTable GROUP =
            new CodedTable("school_group", "code", List.of(Column.text("name")), "closed_on");
    private static final CodedTable SUBJECT =
            new CodedTable("subject", "code", List.of(Column.text("label")), "closed_on");

    private static final LinkTable FUNCTION =
            new LinkTable(
                    "staff_function",
                    List.of(Column.id("person_id"), Column.text("code"), Column.text("discipline")),
                    0,
                    List.of(Column.text("label")));

    private final TimeBasedEpochGenerator newIds = Generators.timeBasedEpochGenerator();
    private final Connection connection;
    private final DeliveredCollege delivery;
    private final LocalDate today;
    private final Set<UUID> touched = new HashSet<>();
    private int written;

    DirectoryTables(Connection connection, DeliveredCollege delivery, LocalDate today) {
        this.connection = connection;
        this.delivery = delivery;
        this.today = today;
    }

    ImportOutcome bring() throws SQLException {
        Brought classes = bring(CLASS, labels(delivery.classes));
        Brought groups = bring(GROUP, labels(delivery.groups));
        Brought subjects = bring(SUBJECT, labels(delivery.subjects));
        Brought persons = bring(PERSON, persons());
        // What is known of people who have left stays: bills and archives still need it.
        written += CONTACT.bringAndKeep(connection, contacts(persons), touched::add);
        written += PUPIL.bringAndKeep(connection, pupils(persons), touched::add);
        written += FUNCTION.bring(connection, functions(persons), touched::add);
        bringMembers(
                "class_member", "class_id", "person_id", delivery.classMembers, classes, persons);
        bringMembers(
                "group_member", "group_id", "person_id", delivery.groupMembers, groups, persons);
        bringMembers(
                "head_teacher", "class_id", "teacher_id", delivery.headTeachers, classes, persons);
        bringTeaching("teaching", "class_id", delivery.teachings, classes, persons, subjects);
        bringTeaching(
                "group_teaching", "group_id", delivery.groupTeachings, groups, persons, subjects);
        written +=
                new Guardianships(connection, today)
                        .bring(delivery.guardianships, persons::id, touched::add);
        return new ImportOutcome(
                counts(Profile.PUPIL, persons),
                counts(Profile.GUARDIAN, persons),
                counts(Profile.TEACHER, persons),
                counts(Profile.STAFF, persons),
                counts(classes),
                written);
    }

    private Brought bring(CodedTable table, Map<String, List<@Nullable Object>> wanted)
            throws SQLException {
        Brought brought = table.bring(connection, wanted, today, newIds);
        written += brought.written();
        return brought;
    }

    private static Map<String, List<@Nullable Object>> labels(Map<String, String> units) {
        Map<String, List<@Nullable Object>> rows = new LinkedHashMap<>();
        units.forEach((code, name) -> rows.put(code, List.of(name)));
        return rows;
    }

    private Map<String, List<@Nullable Object>> persons() {
        Map<String, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (DeliveredPerson person : delivery.persons.values()) {
            rows.put(
                    person.academicId(),
                    asList(
                            person.profile().name(),
                            person.givenName(),
                            person.familyName(),
                            person.birthName(),
                            person.otherGivenNames(),
                            person.title(),
                            person.birthDate(),
                            StaffFunctions.format(person.functions())));
        }
        return rows;
    }

    private Map<List<Object>, List<@Nullable Object>> contacts(Brought persons) {
        Map<List<Object>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (DeliveredPerson person : delivery.persons.values()) {
            Contact contact = person.contact();
            rows.put(
                    List.of(persons.id(person.academicId())),
                    asList(
                            contact.street(),
                            contact.postcode(),
                            contact.city(),
                            contact.country(),
                            contact.phone(),
                            contact.mobile(),
                            contact.mail(),
                            contact.shareAddress(),
                            contact.textMobile()));
        }
        return rows;
    }

    private Map<List<Object>, List<@Nullable Object>> pupils(Brought persons) {
        Map<List<Object>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, PupilFacts> pupil : delivery.pupils.entrySet()) {
            PupilFacts facts = pupil.getValue();
            rows.put(
                    List.of(persons.id(pupil.getKey())),
                    asList(
                            facts.ine(),
                            facts.level(),
                            facts.mef(),
                            facts.mefLabel(),
                            facts.regime(),
                            facts.scholarship(),
                            facts.transport()));
        }
        return rows;
    }

    private Map<List<Object>, List<@Nullable Object>> functions(Brought persons) {
        Map<List<Object>, List<@Nullable Object>> rows = new HashMap<>();
        delivery.functions.forEach(
                (function, label) ->
                        rows.put(
                                List.of(
                                        persons.id(function.person()),
                                        function.code(),
                                        function.discipline()),
                                List.of(label)));
        return rows;
    }

    private void bringMembers(
            String table,
            String unitColumn,
            String personColumn,
            Set<Member> members,
            Brought units,
            Brought persons)
            throws SQLException {
        Set<List<Object>> keys = new HashSet<>();
        members.forEach(
                member -> keys.add(List.of(units.id(member.unit()), persons.id(member.person()))));
        LinkTable links =
                new LinkTable(
                        table,
                        List.of(Column.id(unitColumn), Column.id(personColumn)),
                        1,
                        List.of());
        written += links.bring(connection, LinkTable.rows(keys), touched::add);
    }

    private void bringTeaching(
            String table,
            String unitColumn,
            Set<Teaching> teachings,
            Brought units,
            Brought persons,
            Brought subjects)
            throws SQLException {
        Set<List<Object>> keys = new HashSet<>();
        teachings.forEach(
                teaching ->
                        keys.add(
                                List.of(
                                        units.id(teaching.unit()),
                                        persons.id(teaching.teacher()),
                                        subjects.id(teaching.subject()))));
        LinkTable links =
                new LinkTable(
                        table,
                        List.of(
                                Column.id(unitColumn),
                                Column.id("teacher_id"),
                                Column.id("subject_id")),
                        1,
                        List.of());
        written += links.bring(connection, LinkTable.rows(keys), touched::add);
    }

    private Counts counts(Profile profile, Brought persons) {
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (DeliveredPerson person : delivery.of(profile)) {
            if (persons.added().contains(person.academicId())) {
                added++;
            } else if (persons.changed().contains(person.academicId())
                    || touched.contains(persons.id(person.academicId()))) {
                changed++;
            } else {
                unchanged++;
            }
        }
        int left =
                (int)
                        persons.left().values().stream()
                                .filter(row -> profile.name().equals(row.get(0)))
                                .count();
        return new Counts(added, changed, left, unchanged);
    }

    private Counts counts(Brought units) {
        int added = units.added().size();
        int changed = units.changed().size();
        int present = delivery.classes.size();
        return new Counts(added, changed, units.left().size(), present - added - changed);
    }
}

package fr.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.directory.Directory;
import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.GuardianRights;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.api.school.Uai;
import fr.preau.core.imports.ADelivery;
import fr.preau.core.imports.AafImport;
import fr.preau.core.imports.CollegeDatabase;
import fr.preau.core.imports.ImportProgress;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpaDirectoryTest {

    private static final Uai UAI = new Uai("0921240Y");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);
    private static final CollegeDatabase DATABASE = CollegeDatabase.running();

    /** Half past midnight in Paris, still the day before in UTC. */
    private static final Clock AFTER_MIDNIGHT =
            Clock.fixed(Instant.parse("2026-11-02T23:30:00Z"), ZoneOffset.UTC);

    private static String schema = "";
    private static CountingUnit unit = new CountingUnit(DATABASE, "");

    private final EntityManager entities = unit.entityManager();
    private final JpaDirectory directory =
            new JpaDirectory(() -> entities, (question, ask) -> ask.get(), AFTER_MIDNIGHT);

    @BeforeAll
    static void aCollegeAfterTwoDeliveries(@TempDir Path folder) throws Exception {
        schema = DATABASE.freshCollege(UAI);
        unit = new CountingUnit(DATABASE, schema);
        take(aCollege(), FIRST_DAY, folder);
        // On the second day Gaël and his father's rights over Anaïs are gone.
        take(
                aCollege().without("105").with("100", "ENTElevePersRelEleve", "900$10$1$1$1$1"),
                FIRST_DAY.plusDays(1),
                folder);
    }

    @AfterAll
    static void closeTheUnit() {
        unit.close();
    }

    private static ADelivery aCollege() {
        return ADelivery.of(UAI, "5eA", "5eB", "6eC")
                .guardian("900", "Zoé", "Éluard")
                .guardian("901", "Paul", "Eluard")
                .guardian("902", "Marc", "Zola")
                .guardian("903", "Ali", "Voisin")
                .pupil("100", "Anaïs", "Éluard", "5eA", "900$10$1$1$1$1", "901$20$0$1$0$0")
                .pupil("101", "Émile", "Zola", "5eA", "902$20$1$1$1$1")
                .pupil("102", "Bruno", "Éluard", "5eB", "900$10$0$1$1$0", "901$20$1$2$0$0")
                .pupil("103", "Chloé", "Abadie", "5eB", "903$50$1$0$1$1")
                .pupil("104", "Noé", "Abadie", "5eB")
                .pupil("105", "Gaël", "Abadie", "5eB")
                .with("100", "ENTEleveGroupes", "4295$5LATIN")
                .with("102", "ENTEleveGroupes", "4295$5LATIN")
                .with("900", "mobile", "06 12 34 56 78")
                .with("900", "homePhone", "01.40.00.00.00")
                .with("903", "mobile", "0698765432")
                .teacher("200", "Théo", "Roche", "5eA", "5eB")
                .teacher("201", "Léa", "Bois", "6eC")
                .with("201", "ENTAuxEnsClassesPrincipal", "4295$5eA")
                .with("201", "ENTAuxEnsGroupesMatieres", "4295$5LATIN$020700")
                .teacher("202", "Yann", "Sanscours")
                .staff("300", "Maud", "Prévôt", "EDU", "ADM");
    }

    private static void take(ADelivery delivery, LocalDate day, Path folder) throws Exception {
        try (Connection connection = DATABASE.connect(schema)) {
            new AafImport(connection, UAI, day, ImportProgress.SILENT).run(delivery.in(folder));
            connection.commit();
        }
    }

    private static PersonId person(String academicId) {
        return PersonId.of(
                DATABASE.ask(
                        schema, "SELECT id FROM person WHERE academic_id = '" + academicId + "'"));
    }

    private static ClassId schoolClass(String name) {
        return ClassId.of(
                DATABASE.ask(schema, "SELECT id FROM school_class WHERE code = '" + name + "'"));
    }

    private static <T> T inOneStatement(Supplier<T> question) {
        int before = unit.statements();
        T answer = question.get();
        assertThat(unit.statements() - before).as("statements").isEqualTo(1);
        return answer;
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::displayName).toList();
    }

    /** Called when something happens, asked for the money, and no more. */
    @Test
    void aContactWhoPaysIsNoGuardian() {
        assertThat(inOneStatement(() -> directory.childrenOf(person("903")))).isEmpty();
        assertThat(inOneStatement(() -> directory.childrenOfEach(List.of(person("903")))))
                .doesNotContainKey(person("903"));
        assertThat(names(inOneStatement(() -> directory.guardiansOf(List.of(schoolClass("5eB"))))))
                .isNotEmpty()
                .doesNotContain("Ali Voisin");
    }

    @Test
    void personsWhoHaveLeftAreAbsent() {
        var ids =
                List.of(
                        person("100"),
                        person("105"),
                        person("300"),
                        new PersonId(UUID.randomUUID()));

        var persons = inOneStatement(() -> directory.persons(ids));

        assertThat(persons).containsOnlyKeys(person("100"), person("300"));
        assertThat(persons.get(person("300")))
                .isEqualTo(
                        new Person(
                                person("300"),
                                "Maud",
                                "Prévôt",
                                Profile.STAFF,
                                Set.of(StaffFunction.CPE, StaffFunction.ADMINISTRATOR)));
    }

    @Test
    void aGuardianSeesTheirChildrenWithClassesAndRights() {
        List<Child> children = inOneStatement(() -> directory.childrenOf(person("900")));

        assertThat(children).hasSize(2);
        assertThat(children.get(0).pupil().displayName()).isEqualTo("Anaïs Éluard");
        assertThat(children.get(0).classes())
                .containsExactly(new SchoolClass(schoolClass("5eA"), "5eA"));
        assertThat(children.get(1).pupil().displayName()).isEqualTo("Bruno Éluard");
        assertThat(children.get(1).rights()).isEqualTo(new GuardianRights(true, false, true));
    }

    @Test
    void aGuardianshipThatEndedTodayGivesNothing() {
        assertThat(directory.childrenOf(person("901")))
                .extracting(child -> child.pupil().givenName())
                .containsExactly("Bruno");
    }

    @Test
    void todayIsTheDayInParis() {
        Clock beforeMidnight = Clock.fixed(Instant.parse("2026-11-02T22:30:00Z"), ZoneOffset.UTC);

        assertThat(
                        new JpaDirectory(
                                        () -> entities,
                                        (question, ask) -> ask.get(),
                                        beforeMidnight)
                                .childrenOf(person("901")))
                .extracting(child -> child.pupil().givenName())
                .containsExactly("Anaïs", "Bruno");
    }

    @Test
    void theChildrenOfSeveralGuardiansAreReadAtOnce() {
        var guardians = List.of(person("900"), person("901"), person("200"));

        var children = inOneStatement(() -> directory.childrenOfEach(guardians));

        assertThat(children).containsOnlyKeys(person("900"), person("901"));
        assertThat(children.get(person("900"))).isEqualTo(directory.childrenOf(person("900")));
        assertThat(children.get(person("901")))
                .extracting(child -> child.pupil().givenName())
                .containsExactly("Bruno");
    }

    @Test
    void aTeacherTeachesSubjectsToClassesAndToGroups() {
        var teachers = List.of(person("200"), person("201"), person("202"), person("100"));

        var subjects = inOneStatement(() -> directory.subjectsOf(teachers));

        assertThat(subjects)
                .containsOnly(
                        Map.entry(person("200"), List.of("français")),
                        Map.entry(person("201"), List.of("français")));
    }

    @Test
    void theClassesOfAllPupilsAreReadAtOnce() {
        var classes = inOneStatement(() -> directory.classesOfPupils());

        assertThat(classes.get(person("103")))
                .isEqualTo(directory.classesOf(person("103")))
                .isNotEmpty();
        assertThat(classes).as("a teacher").doesNotContainKey(person("201"));
    }

    @Test
    void classesAreThoseOfThePupilOrOfTheTeacher() {
        assertThat(inOneStatement(() -> directory.classesOf(person("103"))))
                .extracting(SchoolClass::name)
                .containsExactly("5eB");
        assertThat(inOneStatement(() -> directory.classesOf(person("201"))))
                .extracting(SchoolClass::name)
                .containsExactly("5eA", "6eC");
        assertThat(inOneStatement(() -> directory.classes()))
                .extracting(SchoolClass::name)
                .containsExactly("5eA", "5eB", "6eC");
    }

    @Test
    void thePupilsOfClassesAreSortedAsAReaderExpects() {
        var classes = List.of(schoolClass("5eA"), schoolClass("5eB"));

        assertThat(names(inOneStatement(() -> directory.pupilsOf(classes))))
                .containsExactly(
                        "Chloé Abadie", "Noé Abadie", "Anaïs Éluard", "Bruno Éluard", "Émile Zola");
    }

    @Test
    void theGuardiansOfAClassAreThoseOfToday() {
        var classes = List.of(schoolClass("5eA"));

        assertThat(names(inOneStatement(() -> directory.guardiansOf(classes))))
                .containsExactly("Zoé Éluard", "Marc Zola");
    }

    @Test
    void theTeachersOfAClassAreThoseWhoTeachOrHeadIt() {
        var classes = List.of(schoolClass("5eA"));

        assertThat(names(inOneStatement(() -> directory.teachersOf(classes))))
                .containsExactly("Léa Bois", "Théo Roche");
    }

    @Test
    void aSearchMindsNeitherAccentsNorCaseNorTheOrderOfNames() {
        var everybody = EnumSet.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

        assertThat(names(inOneStatement(() -> directory.search("elu", everybody, 10))))
                .containsExactly("Anaïs Éluard", "Bruno Éluard", "Paul Eluard", "Zoé Éluard");
        assertThat(names(directory.search("EMILE ZO", everybody, 10)))
                .containsExactly("Émile Zola");
        assertThat(names(directory.search("gaë", everybody, 10))).isEmpty();
        assertThat(names(directory.search("%", everybody, 10))).isEmpty();
        assertThat(names(directory.search("!", everybody, 10))).isEmpty();
    }

    @Test
    void aSearchKeepsToItsProfilesAndItsLimit() {
        assertThat(names(inOneStatement(() -> directory.search("", Set.of(Profile.PUPIL), 2))))
                .containsExactly("Chloé Abadie", "Noé Abadie");
        assertThatThrownBy(() -> directory.search("", Set.of(Profile.PUPIL), 201))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noQuestionIsAskedAboutNobody() {
        int before = unit.statements();

        assertThat(directory.persons(List.of())).isEmpty();
        assertThat(directory.pupilsOf(List.of())).isEmpty();
        assertThat(directory.childrenOfEach(List.of())).isEmpty();
        assertThat(directory.subjectsOf(List.of())).isEmpty();
        assertThat(directory.search("a", Set.of(), 10)).isEmpty();
        assertThat(unit.statements()).isEqualTo(before);
    }

    @Test
    void aModuleWithoutTheGuardiansFindsNoneHoweverItAsks() {
        Directory permitted = new PermittedDirectory(directory, Set.of(Permission.DIRECTORY_READ));
        PersonId guardian = person("900");
        PersonId pupil = person("100");

        assertThat(directory.persons(List.of(guardian, pupil))).hasSize(2);
        assertThat(permitted.persons(List.of(guardian, pupil))).containsOnlyKeys(pupil);
        assertThat(directory.guardiansOf(List.of(schoolClass("5eA")))).isNotEmpty();
        assertThat(permitted.guardiansOf(List.of(schoolClass("5eA")))).isEmpty();
        assertThat(permitted.childrenOf(guardian)).isEmpty();
        assertThat(permitted.childrenOfEach(List.of(guardian))).isEmpty();
        assertThat(names(directory.search("", Set.of(Profile.GUARDIAN), 200))).isNotEmpty();
        assertThat(permitted.search("", Set.of(Profile.GUARDIAN), 200)).isEmpty();
        assertThat(permitted.search("", EnumSet.allOf(Profile.class), 200))
                .isNotEmpty()
                .noneMatch(found -> found.profile() == Profile.GUARDIAN);
        assertThat(permitted.pupilsOf(List.of(schoolClass("5eA")))).isNotEmpty();
        assertThat(permitted.teachersOf(List.of(schoolClass("5eA")))).isNotEmpty();
        assertThat(permitted.classes()).isEqualTo(directory.classes());
        assertThat(permitted.guardiansOfGroups(List.of(latin()))).isEmpty();
        assertThat(permitted.pupilsOfGroups(List.of(latin()))).isNotEmpty();
        assertThat(permitted.everyone(Profile.GUARDIAN)).isEmpty();
        assertThat(permitted.telephonesOf(List.of(guardian))).isEmpty();
    }

    private static GroupId latin() {
        return GroupId.of(
                DATABASE.ask(schema, "SELECT id FROM school_group WHERE code = '5LATIN'"));
    }

    @Test
    void aGroupHasItsPupilsOfAllClassesTheirGuardiansOnceAndItsTeachers() {
        List<GroupId> groups = List.of(latin());

        assertThat(inOneStatement(directory::groups))
                .containsExactly(new TeachingGroup(latin(), "Latin 5e"));
        assertThat(names(inOneStatement(() -> directory.pupilsOfGroups(groups))))
                .containsExactly("Anaïs Éluard", "Bruno Éluard");
        assertThat(names(inOneStatement(() -> directory.guardiansOfGroups(groups))))
                .containsExactly("Paul Eluard", "Zoé Éluard");
        assertThat(names(inOneStatement(() -> directory.teachersOfGroups(groups))))
                .containsExactly("Léa Bois");
        assertThat(inOneStatement(() -> directory.groupsOf(List.of(person("201")))))
                .isEqualTo(directory.groups());
        assertThat(directory.groupsOf(List.of(person("200"), person("101")))).isEmpty();
        assertThat(directory.groupsOf(List.of(person("101"), person("102")))).hasSize(1);
    }

    @Test
    void everyoneOfAProfileIsHereAndGuardiansAreThoseOfToday() {
        assertThat(names(inOneStatement(() -> directory.everyone(Profile.GUARDIAN))))
                .containsExactlyInAnyOrder("Zoé Éluard", "Paul Eluard", "Marc Zola");
        assertThat(names(inOneStatement(() -> directory.everyone(Profile.PUPIL))))
                .hasSize(5)
                .doesNotContain("Gaël Abadie");
        assertThat(names(inOneStatement(() -> directory.everyone(Profile.TEACHER)))).hasSize(3);
    }

    @Test
    void telephonesAreOfGuardiansOfTodayMobileFirstAndOnlyForWhoMayRead() {
        var all = List.of(person("900"), person("902"), person("903"), person("200"));

        var numbers = inOneStatement(() -> directory.telephonesOf(all));

        assertThat(numbers).containsOnlyKeys(person("900"));
        assertThat(numbers.get(person("900"))).containsExactly("0612345678", "0140000000");
        assertThat(
                        new PermittedDirectory(
                                        directory,
                                        Set.of(
                                                Permission.DIRECTORY_READ,
                                                Permission.DIRECTORY_GUARDIANS_READ))
                                .telephonesOf(all))
                .isEmpty();
        assertThat(
                        new PermittedDirectory(directory, EnumSet.allOf(Permission.class))
                                .telephonesOf(all))
                .isEqualTo(numbers);
    }
}

package fr.preau.communication.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.communication.school.InventedSchool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may write to groups, functions and the whole collège, and who is in them. */
class GroupsTest {

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthA = school.aClass("5eA");
    private final SchoolClass fifthB = school.aClass("5eB");
    private final TeachingGroup latin = school.aGroup("5LATIN");
    private final TeachingGroup empty = school.aGroup("4GREC");
    private final Person ines = school.aPupil("Inès Marchetout", fifthA);
    private final Person leo = school.aPupil("Léo Marchetout", fifthB);
    private final Person other = school.aPupil("Zoé Loinchamp", fifthB);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", ines, leo);
    private final Person otherGuardian = school.aGuardian("Luc Loinchamp", other);
    private final Person latinist = school.aTeacher("Marc Ablatif");
    private final Person teacher = school.aTeacher("Claire Tableau", fifthA);
    private final Person cpe = school.aMemberOfTheStaff("Nora Couloir", StaffFunction.CPE);
    private final Person otherCpe = school.aMemberOfTheStaff("Yves Préau", StaffFunction.CPE);
    private final Person principal =
            school.aMemberOfTheStaff("Odile Haut", StaffFunction.PRINCIPAL);
    private final Map<Cell, Range> changed = new HashMap<>();

    GroupsTest() {
        List.of(ines, leo, latinist).forEach(one -> school.joins(one, latin));
    }

    private Reach reachOf(Person writer) {
        DecidedRules decided =
                new DecidedRules() {
                    @Override
                    public RulesHere shown(College college) {
                        return current();
                    }

                    @Override
                    public RulesHere read(College college) {
                        return current();
                    }

                    @Override
                    public RulesHere current() {
                        return new RulesHere(changed, List.of());
                    }
                };
        return new WritingRules(school, decided).reachOf(school.callOf(writer));
    }

    private List<PersonId> people(Person writer, String code) {
        Recipients recipients = reachOf(writer).recipients(List.of(code));
        assertThat(recipients.othersToo()).as(code).isFalse();
        return recipients.allowed().get(0).people();
    }

    private boolean mayWrite(Person writer, String code) {
        Recipients recipients = reachOf(writer).recipients(List.of(code));
        assertThat(recipients.othersToo()).isEqualTo(recipients.allowed().isEmpty());
        return !recipients.othersToo();
    }

    @Test
    void theStaffWritesToThePupilsTheGuardiansAndTheTeachersOfAGroup() {
        assertThat(people(cpe, "group-pupils:" + latin.id()))
                .containsExactlyInAnyOrder(ines.id(), leo.id());
        assertThat(people(cpe, "group-teachers:" + latin.id())).containsExactly(latinist.id());
    }

    @Test
    void theGuardianOfTwoChildrenOfAGroupIsCountedOnce() {
        assertThat(people(cpe, "group-guardians:" + latin.id())).containsExactly(guardian.id());
        assertThat(people(cpe, "everyone:GUARDIAN"))
                .containsExactlyInAnyOrder(guardian.id(), otherGuardian.id());
    }

    @Test
    void aTeacherWritesToTheOwnGroupsAndToEachOfThemAndToNoOther() {
        assertThat(mayWrite(latinist, "group-guardians:" + latin.id())).isTrue();
        assertThat(mayWrite(latinist, "person:" + ines.id())).isTrue();
        assertThat(mayWrite(latinist, "person:" + guardian.id())).isTrue();
        assertThat(mayWrite(latinist, "person:" + other.id())).isFalse();
        assertThat(mayWrite(latinist, "group-pupils:" + empty.id())).isFalse();
        assertThat(mayWrite(teacher, "group-pupils:" + latin.id())).isFalse();
        assertThat(mayWrite(teacher, "person:" + leo.id())).isFalse();
    }

    @Test
    void familiesWriteToTheTeacherOfTheirGroupAndToNoGroup() {
        for (Person writer : List.of(guardian, ines)) {
            assertThat(mayWrite(writer, "person:" + latinist.id())).isTrue();
            for (String code :
                    List.of(
                            "group-teachers:" + latin.id(),
                            "group-pupils:" + latin.id(),
                            "function:CPE",
                            "everyone:TEACHER",
                            "everyone:STAFF",
                            "everyone:PUPIL")) {
                assertThat(mayWrite(writer, code)).as(code).isFalse();
            }
        }
        assertThat(mayWrite(otherGuardian, "person:" + latinist.id())).isFalse();
    }

    @Test
    void pupilsOfOneGroupAreNoClassAmongThemselves() {
        changed.put(new Cell(Profile.PUPIL, Profile.PUPIL), Range.OWN_CLASSES);

        assertThat(mayWrite(ines, "person:" + leo.id())).isFalse();
    }

    @Test
    void everybodyOfAFunctionIsAGroupWithoutTheWriter() {
        assertThat(people(teacher, "function:CPE"))
                .containsExactlyInAnyOrder(cpe.id(), otherCpe.id());
        assertThat(people(cpe, "function:CPE")).containsExactly(otherCpe.id());
        assertThat(people(cpe, "function:PRINCIPAL")).containsExactly(principal.id());
        assertThat(people(cpe, "everyone:STAFF"))
                .containsExactlyInAnyOrder(otherCpe.id(), principal.id());
    }

    @Test
    void theWholeCollegeIsForThoseWhoMayWriteToEachOfIt() {
        assertThat(mayWrite(cpe, "everyone:PUPIL")).isTrue();
        assertThat(mayWrite(cpe, "everyone:GUARDIAN")).isTrue();
        assertThat(mayWrite(teacher, "everyone:TEACHER")).isTrue();
        assertThat(mayWrite(teacher, "everyone:PUPIL")).isFalse();
        assertThat(mayWrite(teacher, "everyone:GUARDIAN")).isFalse();

        changed.put(new Cell(Profile.STAFF, Profile.GUARDIAN), Range.NOBODY);

        assertThat(mayWrite(cpe, "everyone:GUARDIAN")).isFalse();
        assertThat(mayWrite(cpe, "group-guardians:" + latin.id())).isFalse();
        assertThat(mayWrite(cpe, "everyone:PUPIL")).isTrue();
    }

    @Test
    void whoHasLeftIsInNoGroup() {
        school.leaves(leo);
        school.leaves(otherCpe);

        assertThat(people(cpe, "group-pupils:" + latin.id())).containsExactly(ines.id());
        assertThat(people(teacher, "function:CPE")).containsExactly(cpe.id());
        assertThat(people(cpe, "everyone:PUPIL")).doesNotContain(leo.id());
    }

    @Test
    void anEmptyGroupHasNobody() {
        assertThat(people(cpe, "group-guardians:" + empty.id())).isEmpty();
        assertThat(people(cpe, "function:SECRETARY")).isEmpty();
    }

    @Test
    void whatIsNoGroupIsNobody() {
        for (String code :
                List.of(
                        "function:",
                        "function:cpe",
                        "function:TEACHER",
                        "everyone:",
                        "everyone:OPERATOR",
                        "everyone:all",
                        "group-:" + latin.id(),
                        "group-staffs:" + latin.id(),
                        "group-pupils:" + fifthA.id(),
                        "pupils:" + latin.id(),
                        "group-pupils:é")) {
            assertThat(mayWrite(cpe, code)).as(code).isFalse();
        }
    }

    @Test
    void aGroupIsFoundByItsNameOrItsFunction() {
        List<String> found =
                Found.named(reachOf(cpe), "5lat").groups().stream()
                        .map(group -> group.audience().code())
                        .toList();

        assertThat(found)
                .containsExactly(
                        "group-pupils:" + latin.id(),
                        "group-guardians:" + latin.id(),
                        "group-teachers:" + latin.id());
        assertThat(Found.named(reachOf(teacher), "cpe").groups())
                .singleElement()
                .satisfies(group -> assertThat(group.people()).isEqualTo(2));
        assertThat(Found.named(reachOf(teacher), "5lat").groups()).isEmpty();
    }

    @Test
    void theTeacherOfAGroupFindsTheGuardianByTheNameOfTheChild() {
        Person sarah = school.aGuardian("Sarah Autrenom", leo);

        assertThat(Found.named(reachOf(latinist), "Léo").people()).contains(leo, sarah);
        assertThat(Found.named(reachOf(latinist), "Zoé").people()).isEmpty();
    }

    @Test
    void aThousandInOneGroupAreAskedForAtOnce() {
        IntStream.range(0, 1000).forEach(i -> school.aGuardian("Zoé Nombreuse" + i, ines));
        Reach reach = reachOf(cpe);
        int before = school.statements();

        List<Addressee> all =
                reach.recipients(
                                List.of(
                                        "everyone:GUARDIAN",
                                        "function:CPE",
                                        "function:PRINCIPAL",
                                        "everyone:STAFF"))
                        .allowed();

        assertThat(all.stream().flatMap(one -> one.people().stream()).collect(Collectors.toSet()))
                .hasSize(1004);
        assertThat(school.statements() - before).isEqualTo(2);
    }
}

package fr.preau.communication.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.recipients.About.ChildName;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.school.InventedSchool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritingRulesTest {

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final SchoolClass fourthA = school.aClass("4eA");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person classmate = school.aPupil("Tom Vifargent", fifthB);
    private final Person stranger = school.aPupil("Zoé Loinchamp", fourthA);
    private final Person guardian = school.aGuardian("Aïcha Marchetout", pupil);
    private final Person otherGuardian = school.aGuardian("Paul Vifargent", classmate);
    private final Person strangersGuardian = school.aGuardian("Luc Loinchamp", stranger);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final Person otherTeacher = school.aTeacher("Marc Compas", fourthA);
    private final Person staff = school.aMemberOfTheStaff("Nora Couloir");
    private final Map<Cell, Range> changed = new HashMap<>();
    private final List<WritingException> exceptions = new ArrayList<>();

    private final DecidedRules decided =
            new DecidedRules() {
                @Override
                public RulesHere shown(College college) {
                    return read(college);
                }

                @Override
                public RulesHere read(College college) {
                    return current();
                }

                @Override
                public RulesHere current() {
                    return new RulesHere(changed, exceptions);
                }
            };

    private void except(Person writer, Profile reader, Range range) {
        exceptions.add(
                WritingException.ofPerson(
                        InventedSchool.newId(),
                        writer.id(),
                        new Cell(writer.profile(), reader),
                        null,
                        range,
                        "Déléguée",
                        null));
    }

    private void except(Person writer, Person reader, Range range) {
        exceptions.add(
                WritingException.ofPerson(
                        InventedSchool.newId(),
                        writer.id(),
                        new Cell(writer.profile(), reader.profile()),
                        reader.id(),
                        range,
                        "Mesure de protection",
                        null));
    }

    @Test
    void whatACollegeChangesHoldsInsteadOfWhatPreauBeginsWith() {
        changed.put(new Cell(Profile.PUPIL, Profile.PUPIL), Range.OWN_CLASSES);
        changed.put(new Cell(Profile.GUARDIAN, Profile.TEACHER), Range.EVERYBODY);
        changed.put(new Cell(Profile.PUPIL, Profile.STAFF), Range.NOBODY);

        assertThat(mayWrite(pupil, classmate)).isTrue();
        assertThat(mayWrite(pupil, stranger)).isFalse();
        assertThat(mayWrite(guardian, otherTeacher)).isTrue();
        assertThat(mayWrite(pupil, staff)).isFalse();
        assertThat(reachOf(pupil).everyone()).doesNotContainKey(Profile.STAFF);
    }

    @Test
    void whatNoCollegeMayAllowIsNotAllowedByARowThatSaysSo() {
        changed.put(new Cell(Profile.GUARDIAN, Profile.PUPIL), Range.EVERYBODY);
        changed.put(new Cell(Profile.PUPIL, Profile.PUPIL), Range.EVERYBODY);

        assertThat(mayWrite(guardian, pupil)).isFalse();
        assertThat(mayWrite(pupil, stranger)).isFalse();
    }

    @Test
    void aGroupIsClosedWithItsProfile() {
        changed.put(new Cell(Profile.TEACHER, Profile.GUARDIAN), Range.NOBODY);

        assertThat(mayWrite(teacher, Profile.GUARDIAN, fifthB)).isFalse();
        assertThat(mayWrite(teacher, Profile.PUPIL, fifthB)).isTrue();
        assertThat(reachOf(teacher).around(fifthB)).doesNotContainKey(Profile.GUARDIAN);
    }

    @Test
    void aDelegateOfTheGuardiansWritesToThoseOfTheClassAndNobodyElseDoes() {
        except(guardian, Profile.GUARDIAN, Range.OWN_CLASSES);

        assertThat(mayWrite(guardian, otherGuardian)).isTrue();
        assertThat(mayWrite(guardian, strangersGuardian)).isFalse();
        assertThat(mayWrite(otherGuardian, guardian)).isFalse();
    }

    @Test
    void anExceptionForAClassConcernsItsPupilsOnly() {
        changed.put(new Cell(Profile.PUPIL, Profile.PUPIL), Range.OWN_CLASSES);
        exceptions.add(
                WritingException.ofClass(
                        InventedSchool.newId(),
                        fifthB.id(),
                        new Cell(Profile.PUPIL, Profile.PUPIL),
                        Range.NOBODY,
                        "Insultes",
                        null));
        Person friend = school.aPupil("Lou Loinchamp", fourthA);

        assertThat(mayWrite(pupil, classmate)).isFalse();
        assertThat(mayWrite(stranger, friend)).isTrue();
    }

    @Test
    void whatWasSaidOfThePersonCountsBeforeWhatWasSaidOfTheClass() {
        exceptions.add(
                WritingException.ofClass(
                        InventedSchool.newId(),
                        fifthB.id(),
                        new Cell(Profile.PUPIL, Profile.TEACHER),
                        Range.NOBODY,
                        "Insultes",
                        null));
        except(pupil, Profile.TEACHER, Range.OWN_CLASSES);

        assertThat(mayWrite(pupil, teacher)).isTrue();
        assertThat(mayWrite(classmate, teacher)).isFalse();
    }

    @Test
    void nobodyIsReachedFromWhomAnExceptionKeepsThemApartNotEvenInAGroup() {
        except(teacher, pupil, Range.NOBODY);

        assertThat(mayWrite(teacher, pupil)).isFalse();
        assertThat(reachOf(teacher).recipients(List.of("pupils:" + fifthB.id())).allowed())
                .singleElement()
                .satisfies(group -> assertThat(group.people()).containsExactly(classmate.id()));
    }

    @Test
    void oneMoreIsOfferedAndReachedByAnException() {
        except(guardian, otherTeacher, Range.EVERYBODY);

        assertThat(mayWrite(guardian, otherTeacher)).isTrue();
        assertThat(reachOf(guardian).everyone().get(Profile.TEACHER))
                .contains(teacher, otherTeacher);
    }

    @Test
    void whoIsKeptApartMayNotAnswerEitherInEitherDirection() {
        except(pupil, classmate, Range.NOBODY);
        WritingRules rules = new WritingRules(school, decided);

        assertThat(rules.mayGoOn(school.callOf(pupil), classmate, true)).isFalse();
        assertThat(rules.mayGoOn(school.callOf(classmate), pupil, true)).isFalse();
        assertThat(rules.mayGoOn(school.callOf(pupil), teacher, true)).isTrue();
    }

    @Test
    void aGuardianWritesToTheTeachersOfTheChildsClassAndToTheStaff() {
        assertThat(mayWrite(guardian, teacher)).isTrue();
        assertThat(mayWrite(guardian, staff)).isTrue();
        assertThat(mayWrite(guardian, otherTeacher)).isFalse();
        assertThat(mayWrite(guardian, otherGuardian)).isFalse();
        assertThat(mayWrite(guardian, pupil)).isFalse();
        assertThat(mayWrite(guardian, Profile.GUARDIAN, fifthB)).isFalse();
        assertThat(mayWrite(guardian, Profile.TEACHER, fifthB)).isFalse();
    }

    @Test
    void aPupilWritesToTheTeachersOfTheClassAndToTheStaff() {
        assertThat(mayWrite(pupil, teacher)).isTrue();
        assertThat(mayWrite(pupil, otherTeacher)).isFalse();
        assertThat(mayWrite(pupil, classmate)).isFalse();
        assertThat(mayWrite(pupil, staff)).isTrue();
        assertThat(mayWrite(pupil, guardian)).isFalse();
        assertThat(mayWrite(pupil, Profile.PUPIL, fifthB)).isFalse();
    }

    @Test
    void aPupilWritesToTheOwnClassWhereTheCollegeAllowsIt() {
        school.allows(WritingPolicy.PUPILS_WRITE_TO_THEIR_CLASS);

        assertThat(mayWrite(pupil, classmate)).isTrue();
        assertThat(mayWrite(pupil, stranger)).isFalse();
        assertThat(mayWrite(pupil, Profile.PUPIL, fifthB)).isFalse();
    }

    @Test
    void aTeacherWritesToOwnClassesTheirGuardiansColleaguesAndStaff() {
        assertThat(mayWrite(teacher, pupil)).isTrue();
        assertThat(mayWrite(teacher, guardian)).isTrue();
        assertThat(mayWrite(teacher, otherTeacher)).isTrue();
        assertThat(mayWrite(teacher, staff)).isTrue();
        assertThat(mayWrite(teacher, Profile.PUPIL, fifthB)).isTrue();
        assertThat(mayWrite(teacher, Profile.GUARDIAN, fifthB)).isTrue();
        assertThat(mayWrite(teacher, stranger)).isFalse();
        assertThat(mayWrite(teacher, strangersGuardian)).isFalse();
        assertThat(mayWrite(teacher, Profile.PUPIL, fourthA)).isFalse();
        assertThat(mayWrite(teacher, Profile.GUARDIAN, fourthA)).isFalse();
    }

    @Test
    void staffWriteToEverybody() {
        assertThat(List.of(pupil, stranger, guardian, strangersGuardian, teacher, otherTeacher))
                .allMatch(person -> mayWrite(staff, person));
        assertThat(mayWrite(staff, Profile.GUARDIAN, fourthA)).isTrue();
        assertThat(mayWrite(staff, Profile.TEACHER, fifthB)).isTrue();
    }

    @Test
    void nobodyWritesToThemselvesOrToSomeoneWhoHasLeft() {
        Person gone = school.aTeacher("Yves Partant", fifthB);
        school.leaves(gone);

        assertThat(mayWrite(staff, staff)).isFalse();
        assertThat(mayWrite(staff, gone)).isFalse();
    }

    @Test
    void aGroupIsExpandedToItsPeople() {
        Reach reach = reachOf(teacher);

        List<Addressee> addressees =
                reach.recipients(List.of("guardians:" + fifthB.id())).allowed();

        assertThat(addressees)
                .singleElement()
                .satisfies(
                        group -> {
                            assertThat(group.name()).isEqualTo("5eB");
                            assertThat(group.people())
                                    .containsExactly(guardian.id(), otherGuardian.id());
                        });
    }

    @Test
    void whatIsOfferedToAGuardianIsWhatMayBeSent() {
        assertThat(reachOf(guardian).everyone().values())
                .flatMap(people -> people)
                .containsExactlyInAnyOrder(teacher, staff);
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirNameWithinReach() {
        Reach reach = reachOf(teacher);

        assertThat(reach.named("loin", 10)).isEmpty();
        assertThat(reach.named("vif", 10)).containsExactlyInAnyOrder(classmate, otherGuardian);
        assertThat(reach.named("AÏCHA", 10)).containsExactly(guardian);
        assertThat(reach.named("aicha", 10)).containsExactly(guardian);
    }

    @Test
    void whoMayNotBeWrittenToIsLeftOutAndTheOthersStay() {
        Recipients recipients =
                reachOf(guardian)
                        .recipients(
                                List.of("person:" + teacher.id(), "person:" + otherTeacher.id()));

        assertThat(recipients.othersToo()).isTrue();
        assertThat(recipients.persons()).containsExactly(teacher);
    }

    @Test
    void whoIsNamedTwiceIsMeantOnce() {
        String code = "person:" + teacher.id();

        Recipients recipients =
                reachOf(guardian)
                        .recipients(
                                List.of(
                                        code,
                                        "person:"
                                                + teacher.id()
                                                        .toString()
                                                        .toUpperCase(Locale.ROOT)));

        assertThat(recipients.othersToo()).isFalse();
        assertThat(recipients.persons()).containsExactly(teacher);
    }

    @Test
    void guardiansAreFoundByTheNameOfTheirChildWithinReach() {
        Person other = school.aGuardian("Rose Deuxclasses", pupil, stranger);

        assertThat(reachOf(teacher).named("marchet", 10)).contains(guardian, other);
        assertThat(reachOf(teacher).named("Loinchamp", 10)).isEmpty();
        assertThat(reachOf(staff).named("Loinchamp", 10)).contains(other);
        assertThat(reachOf(guardian).named("marchet", 10)).isEmpty();
    }

    @Test
    void theStaffIsFoundByWhatTheyAreThereFor() {
        for (String typed : List.of("cpe", "Vie sco", "VIE", "scolaire")) {
            assertThat(reachOf(teacher).named(typed, 10)).as(typed).containsExactly(staff);
        }
        assertThat(reachOf(teacher).named("v", 10)).doesNotContain(staff);
    }

    @Test
    void whatIsNoAudienceIsNobody() {
        for (String code : List.of("", "person:", "person:1", "everybody:all", "x", "pupils:é")) {
            assertThat(reachOf(staff).recipients(List.of(code)))
                    .as(code)
                    .isEqualTo(new Recipients(List.of(), true));
        }
    }

    @Test
    void aFamilySeesWhatATeacherTeachesAndWhatTheStaffIsThereFor() {
        school.teaches(teacher, "français", "latin");

        Acquaintances acquaintances = reachOf(guardian).acquaintances(List.of(teacher, staff));

        assertThat(acquaintances.about(teacher).subjects()).containsExactly("français", "latin");
        assertThat(acquaintances.about(staff).functions()).containsExactly(StaffFunction.CPE);
    }

    @Test
    void aTeacherSeesWhoseGuardianAnAdultIsWithinTheOwnClasses() {
        Person ofTwo = school.aGuardian("Rose Deuxclasses", pupil, stranger);

        assertThat(reachOf(teacher).acquaintances(List.of(ofTwo)).about(ofTwo).children())
                .containsExactly(new ChildName("Inès Marchetout", List.of("5eB")));
        assertThat(reachOf(staff).acquaintances(List.of(ofTwo)).about(ofTwo).children())
                .containsExactlyInAnyOrder(
                        new ChildName("Inès Marchetout", List.of("5eB")),
                        new ChildName("Zoé Loinchamp", List.of("4eA")));
    }

    private Reach reachOf(Person writer) {
        return new WritingRules(school, decided).reachOf(school.callOf(writer));
    }

    private boolean mayWrite(Person writer, Person to) {
        return mayWrite(writer, new OnePerson(to.id()));
    }

    private boolean mayWrite(Person writer, Profile members, SchoolClass of) {
        return mayWrite(writer, new ClassGroup(members, of.id()));
    }

    private boolean mayWrite(Person writer, Audience audience) {
        Recipients recipients = reachOf(writer).recipients(List.of(audience.code()));
        assertThat(recipients.othersToo()).isEqualTo(recipients.allowed().isEmpty());
        return !recipients.othersToo();
    }
}

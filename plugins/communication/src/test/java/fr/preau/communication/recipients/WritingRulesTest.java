package fr.preau.communication.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.school.InventedSchool;
import java.util.List;
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
    void aPupilWritesToTheTeachersOfTheClassOnly() {
        assertThat(mayWrite(pupil, teacher)).isTrue();
        assertThat(mayWrite(pupil, otherTeacher)).isFalse();
        assertThat(mayWrite(pupil, classmate)).isFalse();
        assertThat(mayWrite(pupil, staff)).isFalse();
        assertThat(mayWrite(pupil, guardian)).isFalse();
        assertThat(mayWrite(pupil, Profile.PUPIL, fifthB)).isFalse();
    }

    @Test
    void aPupilWritesToTheOwnClassWhereTheCollegeAllowsIt() {
        WritingRules open = new WritingRules(school, new WritingPolicy(true));

        assertThat(mayWrite(open, pupil, new OnePerson(classmate.id()))).isTrue();
        assertThat(mayWrite(open, pupil, new OnePerson(stranger.id()))).isFalse();
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
        Reach reach = rules().reachOf(InventedSchool.as(teacher));

        List<Addressee> addressees =
                reach.addressees(List.of(new ClassGroup(Profile.GUARDIAN, fifthB.id())));

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
        assertThat(rules().reachOf(InventedSchool.as(guardian)).everyone().values())
                .flatMap(people -> people)
                .containsExactlyInAnyOrder(teacher, staff);
    }

    @Test
    void peopleAreFoundByTheBeginningOfTheirNameWithinReach() {
        Reach reach = rules().reachOf(InventedSchool.as(teacher));

        assertThat(reach.named("loin", 10)).isEmpty();
        assertThat(reach.named("vif", 10)).containsExactlyInAnyOrder(classmate, otherGuardian);
        assertThat(reach.named("AÏCHA", 10)).containsExactly(guardian);
        assertThat(reach.named("aicha", 10)).containsExactly(guardian);
    }

    @Test
    void whatIsNoAudienceIsRefused() {
        for (String code : List.of("", "person:", "person:1", "everybody:all", "x", "pupils:é")) {
            assertThatThrownBy(() -> Audience.ofCode(code))
                    .as(code)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.type()).isEqualTo("recipient-not-allowed"));
        }
    }

    private WritingRules rules() {
        return new WritingRules(school, WritingPolicy.DEFAULT);
    }

    private boolean mayWrite(Person writer, Person to) {
        return mayWrite(rules(), writer, new OnePerson(to.id()));
    }

    private boolean mayWrite(Person writer, Profile members, SchoolClass of) {
        return mayWrite(rules(), writer, new ClassGroup(members, of.id()));
    }

    private static boolean mayWrite(WritingRules rules, Person writer, Audience audience) {
        try {
            Audience sent = Audience.ofCode(audience.code());
            return !rules.reachOf(InventedSchool.as(writer)).addressees(List.of(sent)).isEmpty();
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(403);
            assertThat(refusal.type()).isEqualTo("recipient-not-allowed");
            return false;
        }
    }
}

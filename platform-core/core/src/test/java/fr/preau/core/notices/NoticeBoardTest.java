package fr.preau.core.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what, and when it is there. */
class NoticeBoardTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final TwoColleges colleges;
    private final NoticeBoard board;
    private final Notices garden;
    private final Notices canteen;
    private final List<Uai> woken = new ArrayList<>();
    private final PersonId person = ATellingModule.somebody();

    NoticeBoardTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        colleges = TwoColleges.open(units, clock).without("core_notice");
        board = new NoticeBoard(units, clock);
        board.wakes(woken::add);
        garden = ATellingModule.named("garden", board);
        canteen = ATellingModule.named("canteen", board);
    }

    private int at(Uai college, Runnable work) {
        return units.write(
                DatabaseSpace.of(college),
                unit -> {
                    work.run();
                    return unit.statements();
                });
    }

    private List<String> told(Uai college, String what) {
        return colleges.ask(college, "SELECT " + what + " FROM core_notice ORDER BY id");
    }

    @Test
    void whatIsToldIsThereOnceItsWorkIsCommittedAtItsCollegeAlone() {
        at(
                SEVRES,
                () -> {
                    garden.tell(ATellingModule.harvest("a"), person);
                    assertThat(woken).isEmpty();
                });

        assertThat(told(SEVRES, "CONCAT(module, ' ', kind, ' ', urgency, ' ', person_id)"))
                .containsExactly("garden harvest NORMAL " + person);
        assertThat(told(TwoColleges.NANTERRE, "id")).isEmpty();
        assertThat(woken).containsExactly(SEVRES);
    }

    @Test
    void workThatFailsHasToldNobody() {
        assertThatThrownBy(
                        () ->
                                at(
                                        SEVRES,
                                        () -> {
                                            garden.tell(ATellingModule.harvest("a"), person);
                                            throw new IllegalStateException("dry");
                                        }))
                .hasMessage("dry");

        assertThat(told(SEVRES, "id")).isEmpty();
        assertThat(woken).isEmpty();
    }

    @Test
    void theSameIsToldOnceAlsoAfterItWasSeen() {
        at(SEVRES, () -> garden.tell(ATellingModule.harvest("a"), List.of(person, person)));
        at(SEVRES, () -> garden.seen("/beds/a", person));
        at(SEVRES, () -> garden.tell(ATellingModule.harvest("a"), person));
        at(SEVRES, () -> canteen.tell(ATellingModule.harvest("a"), person));

        assertThat(told(SEVRES, "CONCAT(module, ' ', seen_at IS NOT NULL)"))
                .containsExactly("garden 1", "canteen 0");
    }

    @Test
    void aThousandPeopleAreToldInFewStatementsEachOfSomethingOfTheirOwn() {
        List<PersonId> people = ATellingModule.people(1_000);
        int statements =
                units.write(
                        DatabaseSpace.of(SEVRES),
                        unit -> {
                            people.forEach(
                                    one ->
                                            garden.tell(
                                                    ATellingModule.harvest(one.toString()), one));
                            garden.seen("/nothing", person);
                            return unit.statements();
                        });

        assertThat(statements).isLessThanOrEqualTo(5);
        assertThat(told(SEVRES, "path")).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void whoHasSeenIsToldNoMoreAndNobodyElse() {
        PersonId other = ATellingModule.somebody();
        at(
                SEVRES,
                () -> {
                    garden.tell(ATellingModule.harvest("a"), List.of(person, other));
                    garden.tell(ATellingModule.harvest("b"), person);
                    canteen.tell(ATellingModule.harvest("a"), person);
                });

        at(SEVRES, () -> garden.seen("/beds/a", person));

        assertThat(
                        colleges.ask(
                                SEVRES,
                                "SELECT person_id FROM core_notice WHERE seen_at IS NOT NULL"))
                .containsExactly(person.toString());
    }

    @Test
    void whatIsWithdrawnIsGoneAlsoInTheWorkThatToldIt() {
        PersonId other = ATellingModule.somebody();
        at(SEVRES, () -> garden.tell(ATellingModule.harvest("a"), List.of(person, other)));
        at(SEVRES, () -> canteen.tell(ATellingModule.harvest("a"), person));

        at(
                SEVRES,
                () -> {
                    garden.tell(ATellingModule.harvest("b"), person);
                    garden.withdraw("a");
                    garden.withdraw("b");
                });

        assertThat(told(SEVRES, "module")).containsExactly("canteen");
    }

    @Test
    void allIsWithdrawnWhoseKeysBeginAlikeAndNothingElse() {
        at(SEVRES, () -> garden.tell(ATellingModule.harvest("bed_1"), person));
        at(SEVRES, () -> canteen.tell(ATellingModule.harvest("bed_1"), person));

        at(
                SEVRES,
                () -> {
                    garden.tell(ATellingModule.harvest("bed_1-z~"), person);
                    garden.tell(ATellingModule.harvest("bed.1"), person);
                    garden.tell(ATellingModule.harvest("bed_2"), person);
                    garden.tell(ATellingModule.harvest("bed"), person);
                    garden.withdrawAll("bed_1");
                });

        assertThat(told(SEVRES, "CONCAT(module, ' ', told_key)"))
                .containsExactlyInAnyOrder(
                        "canteen bed_1", "garden bed.1", "garden bed_2", "garden bed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(SEVRES, () -> garden.withdrawAll("")));
    }

    @Test
    void anEmergencyAndAChildAreKept() {
        PersonId child = ATellingModule.somebody();

        at(
                SEVRES,
                () ->
                        garden.tell(
                                Notice.of("storm", "s", "Orage : rentrez ! 🌩", "/").about(child),
                                person));

        assertThat(told(SEVRES, "CONCAT(urgency, ' ', title, ' ', child_id)"))
                .containsExactly("EMERGENCY Orage : rentrez ! 🌩 " + child);
    }

    @Test
    void aKindThatTheManifestDoesNotDeclareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                at(
                                        SEVRES,
                                        () ->
                                                garden.tell(
                                                        Notice.of("frost", "f", "Gel", "/"),
                                                        person)))
                .withMessageContaining("garden declares no notice « frost »");
    }

    @Test
    void whoOnlyReadsTellsNobodyAndPutsNothingOut() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                units.read(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            garden.tell(ATellingModule.harvest("a"), person);
                                            return true;
                                        }))
                .withMessageContaining("only reads");
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                units.read(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            garden.seen("/", person);
                                            return true;
                                        }))
                .withMessageContaining("only reads");
    }
}

package fr.preau.core.notices;

import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlayedModules;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody reads of what they were told, and how long. */
class ReceivedNoticesTest {

    private static final Set<String> GARDEN = Set.of("garden");

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final TwoColleges colleges;
    private final Notices garden;
    private final Notices canteen;
    private final ReceivedNotices received;
    private final PersonId guardian = ATellingModule.somebody();
    private final PersonId child = ATellingModule.somebody();
    private final PersonId teacher = ATellingModule.somebody();

    ReceivedNoticesTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        colleges = TwoColleges.open(units, clock).without("core_notice", "guardianship");
        NoticeBoard board = new NoticeBoard(units, clock);
        garden = ATellingModule.named("garden", board);
        canteen = ATellingModule.named("canteen", board);
        received = new ReceivedNotices(units, clock);
        person(guardian, "GUARDIAN", "Awa");
        person(child, "PUPIL", "Zoé");
        person(teacher, "TEACHER", "Paul");
        guardianship("2000-09-01", null);
    }

    private void person(PersonId id, String profile, String givenName) {
        colleges.change(
                SEVRES,
                "INSERT INTO person (id, academic_id, profile, given_name, family_name)"
                        + " VALUES (?, ?, ?, ?, 'Martin')",
                id.toString(),
                id.toString(),
                profile,
                givenName);
    }

    private void guardianship(String from, @Nullable String until) {
        colleges.change(
                SEVRES,
                "REPLACE INTO guardianship (adult_id, child_id, valid_from, valid_until, relation,"
                        + " legal, in_charge, payer, payee, contact)"
                        + " VALUES (?, ?, ?, ?, '10', TRUE, FALSE, FALSE, FALSE, FALSE)",
                guardian.toString(),
                child.toString(),
                from,
                until);
    }

    private void tell(Notices module, Notice notice, PersonId... persons) {
        clock.advance(Duration.ofSeconds(1));
        units.write(
                DatabaseSpace.of(SEVRES),
                unit -> {
                    module.tell(notice, List.of(persons));
                    return true;
                });
    }

    private List<String> titles(PersonId person, Set<String> modules) {
        return received.newest(SEVRES, List.of(person), modules, 50).stream()
                .map(ReceivedNotice::title)
                .toList();
    }

    private static Notice titled(String key, String title) {
        return Notice.of("harvest", key, title, "/beds/" + key);
    }

    @Test
    void theNewestComesFirstWithTheChildItConcerns() {
        tell(garden, titled("a", "Les radis"), guardian, teacher);
        tell(garden, titled("b", "L’été « rouge »").about(child), guardian);

        List<ReceivedNotice> read = received.newest(SEVRES, List.of(guardian), GARDEN, 50);

        assertThat(read)
                .extracting(ReceivedNotice::title)
                .containsExactly("L’été « rouge »", "Les radis");
        assertThat(read).extracting(ReceivedNotice::child).containsExactly("Zoé", null);
        assertThat(read).extracting(ReceivedNotice::path).containsExactly("/beds/b", "/beds/a");
        assertThat(titles(teacher, GARDEN)).containsExactly("Les radis");
        assertThat(received.newest(TwoColleges.NANTERRE, List.of(guardian), GARDEN, 50)).isEmpty();
    }

    @Test
    void aModuleThatDoesNotAnswerIsNeitherShownNorCounted() {
        tell(garden, titled("a", "Les radis"), teacher);
        tell(canteen, titled("b", "Les frites"), teacher);

        assertThat(titles(teacher, GARDEN)).containsExactly("Les radis");
        assertThat(received.unseen(SEVRES, List.of(teacher), GARDEN)).isOne();
        assertThat(received.unseen(SEVRES, List.of(teacher), Set.of())).isZero();
        assertThat(titles(teacher, Set.of())).isEmpty();
    }

    @Test
    void whoIsNoGuardianAnyMoreReadsNothingOfBefore() {
        tell(garden, titled("a", "Zoé a planté").about(child), guardian);
        tell(garden, titled("b", "Pour tous"), guardian);
        assertThat(received.unseen(SEVRES, List.of(guardian), GARDEN)).isEqualTo(2);

        guardianship("2000-09-01", "2001-01-01");

        assertThat(titles(guardian, GARDEN)).isEmpty();
        assertThat(received.unseen(SEVRES, List.of(guardian), GARDEN)).isZero();
    }

    @Test
    void manyAreCountedToAHundredInOneStatement() {
        for (int i = 0; i < 5; i++) {
            int from = i * 30;
            units.write(
                    DatabaseSpace.of(SEVRES),
                    unit -> {
                        for (int number = from; number < from + 30; number++) {
                            garden.tell(titled("n" + number, "Les radis"), teacher);
                        }
                        return true;
                    });
        }

        assertThat(received.unseen(SEVRES, List.of(teacher), GARDEN)).isEqualTo(100);
        assertThat(received.newest(SEVRES, List.of(teacher), GARDEN, 21)).hasSize(21);
    }

    @Test
    void whatCameAfterThePageStaysLit() {
        tell(garden, titled("a", "Les radis"), teacher, guardian);
        Instant shown = clock.instant();
        tell(garden, titled("b", "Les navets"), teacher);

        assertThat(received.seeAll(SEVRES, List.of(teacher), shown)).isOne();

        assertThat(received.unseen(SEVRES, List.of(teacher), GARDEN)).isOne();
        assertThat(received.unseen(SEVRES, List.of(guardian), GARDEN)).isOne();
        assertThat(received.newest(SEVRES, List.of(teacher), GARDEN, 5))
                .extracting(ReceivedNotice::seen)
                .containsExactly(false, true);
    }

    @Test
    void aNoticeGoesNinetyDaysAfterItWasToldAndMayBeToldAgainThen() {
        tell(garden, titled("a", "Les radis"), teacher);
        clock.advance(Duration.ofDays(89));
        tell(garden, titled("b", "Les navets"), teacher);
        NoticeCleaning cleaning =
                new NoticeCleaning(
                        units,
                        (OpenModules) new PlayedModules(SEVRES, TwoColleges.NANTERRE),
                        new JobLeases(units, clock, "preau-1"),
                        clock);

        cleaning.clean();
        assertThat(titles(teacher, GARDEN)).hasSize(2);

        clock.advance(Duration.ofDays(2));
        cleaning.clean();
        assertThat(titles(teacher, GARDEN)).containsExactly("Les navets");

        tell(garden, titled("a", "Les radis"), teacher);
        assertThat(titles(teacher, GARDEN)).containsExactly("Les radis", "Les navets");
    }

    @Test
    void nobodyIsTheSameAsNothing() {
        assertThat(received.unseen(SEVRES, List.of(), GARDEN)).isZero();
        assertThat(received.newest(new Uai("0921244C"), List.of(), GARDEN, 5)).isEmpty();
    }
}

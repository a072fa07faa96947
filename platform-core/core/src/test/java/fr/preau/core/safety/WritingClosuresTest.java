package fr.preau.core.safety;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.safety.Closure;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who can't write where, since when, and what is left of it in the journal. */
class WritingClosuresTest {

    private static final Actor AWA = new Actor(null, "Awa");

    private static final Set<Profile> EVERYBODY =
            EnumSet.complementOf(EnumSet.of(Profile.OPERATOR));

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final WritingClosures node = new WritingClosures(units, audit, clock);
    private final WritingClosures otherNode = new WritingClosures(units, audit, clock);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(3));
    }

    @BeforeEach
    void twoColleges() throws MigrationRefused {
        TwoColleges.open(units, clock);
    }

    private static ClosingWish wish(
            Closure.By by, Set<Profile> profiles, String notice, @Nullable Instant until) {
        return new ClosingWish(UUID.randomUUID(), by, profiles, notice, until);
    }

    private static ClosingWish forPupils(String notice) {
        return wish(Closure.By.DEPARTEMENT, Set.of(Profile.PUPIL), notice, null);
    }

    private String notice(WritingClosures where, Uai college, Profile profile) {
        return where.closedFor(college, profile).map(Closure::notice).orElse("open");
    }

    private List<String> journal() {
        return audit.page(1).items().stream()
                .map(e -> e.act() + " " + e.actorName() + " " + e.subject() + " " + e.detail())
                .toList();
    }

    @Test
    void oneActClosesWritingForAProfileAtAllCollegesAndForNobodyElse() {
        node.closeEverywhere(AWA, forPupils("Suspendu."));

        assertThat(notice(node, SEVRES, Profile.PUPIL)).isEqualTo("Suspendu.");
        assertThat(notice(node, NANTERRE, Profile.PUPIL)).isEqualTo("Suspendu.");
        assertThat(notice(node, SEVRES, Profile.GUARDIAN)).isEqualTo("open");
        assertThat(journal()).containsExactly("writing-closed Awa élèves «\u00a0Suspendu.\u00a0»");
    }

    @Test
    void aPrincipalClosesForEverybodyOfTheOwnCollegeAlone() {
        node.closeAt(AWA, wish(Closure.By.COLLEGE, EVERYBODY, "Fermé.", null), List.of(SEVRES));

        for (Profile profile : EVERYBODY) {
            assertThat(notice(node, SEVRES, profile)).isEqualTo("Fermé.");
            assertThat(notice(node, NANTERRE, profile)).isEqualTo("open");
        }
    }

    @Test
    void whatTheDepartementSaysIsToldBeforeWhatTheCollegeSays() {
        node.closeEverywhere(AWA, forPupils("Tout le département."));
        clock.advance(Duration.ofMinutes(1));
        node.closeAt(
                AWA,
                wish(Closure.By.COLLEGE, Set.of(Profile.PUPIL), "Ici.", null),
                List.of(SEVRES));

        assertThat(notice(node, SEVRES, Profile.PUPIL)).isEqualTo("Tout le département.");
    }

    @Test
    void openingEndsWhatOneActClosedAndLeavesWhatAnotherOneDid() {
        node.closeEverywhere(AWA, forPupils("Tout le département."));
        node.closeAt(
                AWA,
                wish(Closure.By.COLLEGE, Set.of(Profile.PUPIL), "Ici.", null),
                List.of(SEVRES));
        WritingClosure everywhere =
                node.all().stream().filter(c -> c.uai() == null).findFirst().orElseThrow();

        node.open(AWA, everywhere);

        assertThat(notice(node, SEVRES, Profile.PUPIL)).isEqualTo("Ici.");
        assertThat(notice(node, NANTERRE, Profile.PUPIL)).isEqualTo("open");
        assertThat(journal().get(0)).isEqualTo("writing-opened Awa élèves ");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void closeAtSevres(@Nullable Instant until) {
        node.closeAt(
                AWA,
                wish(Closure.By.COLLEGE, Set.of(Profile.PUPIL), "Ici.", until),
                List.of(SEVRES));
    }

    private void isClosedSince(@Nullable Instant moment) {
        otherNode.refresh();
        for (WritingClosures each : List.of(node, otherNode)) {
            assertThat(each.closedSince(SEVRES, Profile.PUPIL))
                    .isEqualTo(Optional.ofNullable(moment));
        }
    }

    @Test
    void whatIsClosedASecondTimeIsClosedSinceTheFirstOne() {
        Instant first = now();
        closeAtSevres(null);
        clock.advance(Duration.ofHours(2));
        node.closeEverywhere(AWA, forPupils("Tout le département."));

        isClosedSince(first);
        assertThat(node.closedSince(NANTERRE, Profile.PUPIL)).hasValue(now());
        assertThat(node.closedSince(SEVRES, Profile.TEACHER)).isEmpty();
    }

    @Test
    void closingsThatFollowEachOtherWithoutABreakAreOneAlsoOnceTheFirstOnesWereOpened() {
        Instant first = now();
        closeAtSevres(null);
        WritingClosure ofFirst = node.all().get(0);
        clock.advance(Duration.ofHours(1));
        closeAtSevres(now().plus(Duration.ofHours(2)));
        node.open(AWA, ofFirst);
        clock.advance(Duration.ofHours(1));
        node.closeEverywhere(AWA, forPupils("Tout le département."));
        clock.advance(Duration.ofHours(3));
        node.refresh();
        node.refresh();

        assertThat(node.all()).hasSize(1);
        isClosedSince(first);
    }

    @Test
    void whoCouldWriteInBetweenIsClosedSinceTheLastOneAlone() {
        closeAtSevres(null);
        clock.advance(Duration.ofHours(1));
        node.open(AWA, node.all().get(0));
        isClosedSince(null);
        clock.advance(Duration.ofSeconds(1));

        Instant second = now();
        closeAtSevres(null);
        clock.advance(Duration.ofHours(1));

        isClosedSince(second);
    }

    @Test
    void anotherNodeObeysAtItsNextLook() {
        node.closeEverywhere(AWA, forPupils("Suspendu."));

        assertThat(notice(otherNode, SEVRES, Profile.PUPIL)).isEqualTo("open");
        otherNode.refresh();
        assertThat(notice(otherNode, SEVRES, Profile.PUPIL)).isEqualTo("Suspendu.");

        node.open(AWA, node.all().get(0));
        otherNode.refresh();
        assertThat(notice(otherNode, SEVRES, Profile.PUPIL)).isEqualTo("open");
    }

    @Test
    void itOpensByItselfAtItsTimeAndTheJournalSaysSoOnceThoughBothNodesLook() {
        Instant end = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        node.closeEverywhere(
                AWA, wish(Closure.By.DEPARTEMENT, Set.of(Profile.PUPIL), "Deux heures.", end));
        otherNode.refresh();

        clock.advance(Duration.ofHours(2).plusSeconds(1));

        assertThat(notice(node, SEVRES, Profile.PUPIL)).isEqualTo("open");
        assertThat(notice(otherNode, SEVRES, Profile.PUPIL)).isEqualTo("open");
        node.refresh();
        otherNode.refresh();
        assertThat(journal()).hasSize(2);
        assertThat(journal().get(0)).isEqualTo("writing-opened Préau élèves ");
    }

    @Test
    void aFormSentTwiceClosesOnceAlsoAfterSomebodyOpenedAgain() {
        ClosingWish wish = forPupils("Suspendu.");
        node.closeAt(AWA, wish, List.of(SEVRES, NANTERRE));
        node.closeAt(AWA, wish, List.of(SEVRES, NANTERRE));
        assertThat(node.all()).hasSize(2);

        node.all().forEach(closure -> node.open(AWA, closure));
        node.closeAt(AWA, wish, List.of(SEVRES, NANTERRE));

        assertThat(node.all()).isEmpty();
        assertThat(journal()).hasSize(4);
    }

    @Test
    void askingCostsNoStatement() {
        node.closeEverywhere(AWA, forPupils("Suspendu."));
        WritingHere here = new WritingHere(units, node);

        int statements =
                units.read(
                        DatabaseSpace.of(SEVRES),
                        unit -> {
                            assertThat(here.closedFor(Profile.PUPIL)).isPresent();
                            assertThat(here.closedFor(Profile.STAFF)).isEmpty();
                            return unit.statements();
                        });

        assertThat(statements).isZero();
    }

    @Test
    void outsideARequestThereIsNoCollege() {
        WritingHere here = new WritingHere(units, node);

        assertThatThrownBy(() -> here.closedFor(Profile.PUPIL))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyAndNothingToSayIsNoClosing() {
        assertThatThrownBy(() -> wish(Closure.By.COLLEGE, Set.of(), "Fermé.", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Closure.By.COLLEGE, EVERYBODY, " ", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

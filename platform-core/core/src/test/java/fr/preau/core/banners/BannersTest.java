package fr.preau.core.banners;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.page.Tone;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.identity.Membership;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which urgent message, from when to when. */
class BannersTest {

    private static final Actor AWA = new Actor(null, "Awa");

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final Banners banners = new Banners(units, audit, clock);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void twoColleges() {
        PlatformTables tables = new PlatformTables(units).empty();
        tables.college(SEVRES.value(), "sevres");
        tables.college(NANTERRE.value(), "nanterre");
        banners.refresh();
    }

    @Test
    void oneOfACollegeIsSeenByItsOwnPeopleOfTheProfilesItIsFor() {
        banners.show(AWA, banner(SEVRES, Set.of(Profile.GUARDIAN), Set.of()));

        assertThat(banners.shownTo(at(SEVRES, Profile.GUARDIAN))).hasSize(1);
        assertThat(banners.shownTo(at(SEVRES, Profile.PUPIL))).isEmpty();
        assertThat(banners.shownTo(at(NANTERRE, Profile.GUARDIAN))).isEmpty();
        assertThat(banners.shownToVisitors()).isEmpty();
    }

    @Test
    void oneOfTheDepartementIsSeenWhereItIsForAndBySomeWhoHaveNotSignedIn() {
        banners.show(AWA, banner(null, Set.of(Profile.values()), Set.of(NANTERRE)));

        assertThat(banners.shownTo(at(NANTERRE, Profile.PUPIL))).hasSize(1);
        assertThat(banners.shownTo(at(SEVRES, Profile.PUPIL))).isEmpty();
        assertThat(banners.shownToVisitors()).hasSize(1);
    }

    @Test
    void itBeginsAndEndsByItselfWithoutAStatement() {
        Instant start = clock.instant();
        banners.show(AWA, banner(SEVRES, Set.of(Profile.PUPIL), Set.of()));
        StatementTally.begin();

        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(banners.shownTo(at(SEVRES, Profile.PUPIL))).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(banners.shownTo(at(SEVRES, Profile.PUPIL))).isEmpty();

        assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(2)));
        assertThat(StatementTally.end()).isZero();
    }

    @Test
    void anotherNodeSeesItAtItsNextLookAndChangedOneIsAnother() {
        Banner first = banner(SEVRES, Set.of(Profile.PUPIL), Set.of());
        banners.show(AWA, first);
        Banners other = new Banners(units, audit, clock);
        other.refresh();
        assertThat(other.shownTo(at(SEVRES, Profile.PUPIL))).hasSize(1);

        banners.change(AWA, first);
        other.refresh();

        assertThat(other.shownTo(at(SEVRES, Profile.PUPIL)))
                .extracting(Banner::version)
                .containsExactly(2);
    }

    @Test
    void aFormSentTwiceShowsOneAndEndedItIsGone() {
        Banner banner = banner(SEVRES, Set.of(Profile.PUPIL), Set.of());
        banners.show(AWA, banner);
        banners.show(AWA, banner);
        assertThat(banners.of(SEVRES)).hasSize(1);

        banners.end(AWA, banner);
        banners.end(AWA, banner);

        assertThat(banners.of(SEVRES)).isEmpty();
        assertThat(audit.page(1).items())
                .extracting(AuditLog.Entry::act)
                .containsExactly(Banners.ENDED, Banners.SHOWN);
    }

    @Test
    void nobodyChangesOneOfAnotherOwner() {
        Banner banner = banner(SEVRES, Set.of(Profile.PUPIL), Set.of());
        banners.show(AWA, banner);
        Banner stolen =
                new Banner(
                        banner.id(),
                        NANTERRE,
                        "Autre",
                        Tone.INFO,
                        "",
                        Set.of(Profile.PUPIL),
                        Set.of(),
                        false,
                        banner.from(),
                        banner.until(),
                        1);

        banners.change(AWA, stolen);
        banners.end(AWA, stolen);

        assertThat(banners.find(SEVRES, banner.id()))
                .hasValueSatisfying(
                        kept -> assertThat(kept.text()).isEqualTo("Le collège est fermé."));
        assertThat(banners.find(NANTERRE, banner.id())).isEmpty();
    }

    private Banner banner(@Nullable Uai owner, Set<Profile> profiles, Set<Uai> colleges) {
        return new Banner(
                PlatformTables.IDS.generate(),
                owner,
                "Le collège est fermé.",
                Tone.DANGER,
                "/profile",
                profiles,
                colleges,
                owner == null,
                clock.instant(),
                clock.instant().plus(Duration.ofHours(2)),
                1);
    }

    private static List<Membership> at(Uai uai, Profile profile) {
        return List.of(new Membership(uai, new PersonId(UUID.randomUUID()), profile, Set.of()));
    }
}

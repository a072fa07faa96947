package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who stands behind a session, and until when. */
class SessionsTest {

    private static final String SEVRES = "0921244C";
    private static final String NANTERRE = "0920077J";

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static PlatformTables platform;

    private final HandClock clock = HandClock.now();
    private final Sessions sessions = new Sessions(units, clock, PlatformTables.IDS);
    private UUID awa = new UUID(0, 0);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        platform = new PlatformTables(units);
    }

    @BeforeEach
    void oneAccount() {
        platform.empty();
        awa = platform.account("awa.martin", null);
    }

    @Test
    void aSessionThatHasBegunFindsItsPerson() {
        UUID session = sessions.begin(awa);
        assertThat(sessions.find(session))
                .hasValueSatisfying(
                        person -> {
                            assertThat(person.account()).isEqualTo(awa);
                            assertThat(person.session()).isEqualTo(session);
                            assertThat(person.login()).isEqualTo("awa.martin");
                            assertThat(person.displayName()).isEqualTo("Awa Martin");
                            assertThat(person.operator()).isFalse();
                            assertThat(person.memberships()).isEmpty();
                        });
    }

    @Test
    void anEndedSessionFindsNobodyAndTheOthersGoOn() {
        UUID phone = sessions.begin(awa);
        UUID tablet = sessions.begin(awa);
        sessions.end(phone);
        sessions.end(phone);
        assertThat(sessions.find(phone)).isEmpty();
        assertThat(sessions.find(tablet)).isPresent();
    }

    @Test
    void aSessionEndsByItselfAfterTwelveHours() {
        UUID session = sessions.begin(awa);
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(session)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void aLockedAccountIsOutAtItsNextRequest() {
        UUID session = sessions.begin(awa);
        platform.change("UPDATE account SET locked = TRUE WHERE id = ?", awa.toString());
        assertThat(sessions.find(session)).isEmpty();
    }

    @Test
    void aSessionThatNeverWasFindsNobody() {
        assertThat(sessions.find(PlatformTables.IDS.generate())).isEmpty();
    }

    @Test
    void onePersonOfTwoCollegesHasOneSession() {
        platform.college(SEVRES, "sevres");
        platform.college(NANTERRE, "nanterre-jean-perrin");
        PersonId parent = membership(SEVRES, Profile.GUARDIAN, "");
        PersonId teacher = membership(NANTERRE, Profile.TEACHER, "");
        membership(SEVRES, Profile.STAFF, "CPE,ADMINISTRATOR");

        SignedIn person = sessions.find(sessions.begin(awa)).orElseThrow();

        assertThat(person.memberships()).hasSize(3);
        assertThat(person.at(new Uai(NANTERRE)))
                .containsExactly(
                        new Membership(new Uai(NANTERRE), teacher, Profile.TEACHER, Set.of()));
        assertThat(person.at(new Uai(SEVRES)))
                .extracting(Membership::profile)
                .containsExactly(Profile.STAFF, Profile.GUARDIAN);
        assertThat(person.at(new Uai(SEVRES)).get(0).functions())
                .containsExactlyInAnyOrder(StaffFunction.CPE, StaffFunction.ADMINISTRATOR);
        assertThat(person.at(new Uai(SEVRES)).get(1).person()).isEqualTo(parent);
        assertThat(person.operator()).isFalse();
    }

    @Test
    void sessionsLongOverAreForgottenAndThoseThatLiveAreNot() {
        sessions.begin(awa);
        clock.advance(Duration.ofHours(12 + 24).plusSeconds(1));
        UUID today = sessions.begin(awa);
        assertThat(sessions.forgetEnded()).isEqualTo(1);
        assertThat(sessions.find(today)).isPresent();
    }

    private PersonId membership(String uai, Profile profile, String functions) {
        UUID person = PlatformTables.IDS.generate();
        platform.change(
                "INSERT INTO membership (account_id, uai, profile, person_id, functions)"
                        + " VALUES (?, ?, ?, ?, ?)",
                awa.toString(),
                uai,
                profile.name(),
                person.toString(),
                functions);
        return new PersonId(person);
    }
}

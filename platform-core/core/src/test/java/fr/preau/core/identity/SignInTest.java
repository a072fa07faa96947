package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PausedPool;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by login and password, and what somebody learns who is not. */
class SignInTest {

    private static final String RIGHT = "le préau du matin";
    private static final String WRONG = "le préau du soir";

    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(RIGHT);

    @SuppressWarnings("NullAway.Init")
    private static DataSource pool;

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static PlatformTables platform;

    private final HandClock clock = HandClock.now();
    private final SignIn signIn = signInOn(units);
    private UUID awa = new UUID(0, 0);

    @BeforeAll
    static void database() throws SQLException {
        pool = TestDatabase.get().pool(4);
        units = new UnitsOfWork(pool);
        platform = new PlatformTables(units);
    }

    @BeforeEach
    void twoAccounts() {
        platform.empty();
        awa = platform.account("awa.martin", HASH);
        platform.account("locked.out", HASH);
        platform.change("UPDATE account SET locked = TRUE WHERE login = 'locked.out'");
        platform.account("no.password", null);
    }

    @Test
    void theRightPasswordBeginsASession() {
        assertThat(signIn.withPassword("awa.martin", RIGHT))
                .hasValueSatisfying(
                        token -> {
                            assertThat(token.account()).isEqualTo(awa);
                            assertThat(platform.ask("SELECT id FROM session"))
                                    .isEqualTo(token.session().toString());
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {" awa.martin ", "AWA.Martin", "ａｗａ.martin"})
    void aLoginIsTakenAsPeopleTypeIt(String typed) {
        assertThat(signIn.withPassword(typed, RIGHT)).isPresent();
    }

    @Test
    void nobodyElseIsLetInAndAllAreAnsweredAlike() {
        assertThat(signIn.withPassword("awa.martin", WRONG)).isEmpty();
        assertThat(signIn.withPassword("nobody.here", RIGHT)).isEmpty();
        assertThat(signIn.withPassword("locked.out", RIGHT)).isEmpty();
        assertThat(signIn.withPassword("no.password", RIGHT)).isEmpty();
        assertThat(signIn.withPassword("no.password", "")).isEmpty();
        assertThat(signIn.withPassword("", "")).isEmpty();
        assertThat(signIn.withPassword("' OR '1'='1", RIGHT)).isEmpty();
        assertThat(platform.ask("SELECT COUNT(*) FROM session")).isEqualTo("0");
        assertThat(platform.ask("SELECT COUNT(*) FROM sign_in_failure WHERE failures = 1"))
                .isEqualTo("5");
    }

    /** What takes time is the same: one Argon2id of the same strength, and the same statements. */
    @Test
    void timeTellsNothingAboutTheLogin() {
        List<Cost> costs =
                Stream.of("awa.martin", "nobody.here", "locked.out", "no.password")
                        .map(login -> costOf(login, login.equals("locked.out") ? RIGHT : WRONG))
                        .toList();

        assertThat(costs)
                .allSatisfy(cost -> assertThat(cost.strengths()).hasSize(1))
                .containsOnly(costs.get(0));
    }

    /**
     * @param strengths of each Argon2id, as its hash tells them
     */
    private record Cost(List<String> strengths, int statements) {}

    private static final class WatchedPasswords extends Passwords {

        private final List<String> strengths = new ArrayList<>();

        @Override
        boolean compare(String password, String hash) {
            strengths.add(hash.substring(0, hash.indexOf("p=") + 3));
            return super.compare(password, hash);
        }
    }

    private Cost costOf(String login, String password) {
        WatchedPasswords watched = new WatchedPasswords();
        SignIn signInWatched =
                new SignIn(units, watched, new Sessions(units, clock, PlatformTables.IDS), clock);
        StatementTally.begin();
        assertThat(signInWatched.withPassword(login, password)).isEmpty();
        return new Cost(watched.strengths, StatementTally.end());
    }

    @Test
    void repeatedFailuresSlowDownMoreAndMore() {
        fail(5);
        assertThat(signIn.withPassword("awa.martin", RIGHT)).as("at once").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        fail(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn.withPassword("awa.martin", RIGHT)).as("after a second").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn.withPassword("awa.martin", RIGHT)).as("after two seconds").isPresent();
    }

    @Test
    void nobodyWaitsLongerThanAQuarterOfAnHour() {
        fail(5);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(15));
            fail(1);
        }
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signIn.withPassword("awa.martin", RIGHT)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn.withPassword("awa.martin", RIGHT)).isPresent();
    }

    @Test
    void whoTriesTooEarlyIsNotSentFurtherAway() {
        fail(6);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn.withPassword("awa.martin", RIGHT)).isEmpty();
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(signIn.withPassword("awa.martin", RIGHT)).isPresent();
    }

    @Test
    void successForgetsTheFailures() {
        fail(4);
        assertThat(signIn.withPassword("awa.martin", RIGHT)).isPresent();
        assertThat(platform.ask("SELECT COUNT(*) FROM sign_in_failure")).isEqualTo("0");
        fail(4);
        assertThat(signIn.withPassword("awa.martin", RIGHT)).isPresent();
    }

    @Test
    void theFailuresOfOneLoginDoNotSlowAnother() {
        platform.account("ben.petit", HASH);
        fail(8);
        assertThat(signIn.withPassword("ben.petit", RIGHT)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"àwa.martin", "awa\u200b.martin", "awa.mартin", "awa.martín"})
    void anotherSpellingDoesNotGetAroundTheWait(String spelling) {
        fail(8);
        assertThat(signIn.withPassword(spelling, RIGHT)).isEmpty();
    }

    @Test
    void guessesMadeAtTheSameTimeCountLikeGuessesInARow() throws Exception {
        PausedPool paused = new PausedPool(pool);
        SignIn slowly = signInOn(new UnitsOfWork(paused.dataSource()));
        AtomicBoolean letIn = new AtomicBoolean();
        paused.startAndHold(() -> letIn.set(slowly.withPassword("awa.martin", RIGHT).isPresent()));
        fail(8);
        paused.letGo();
        assertThat(letIn).isFalse();
    }

    private SignIn signInOn(UnitsOfWork work) {
        return new SignIn(work, PASSWORDS, new Sessions(work, clock, PlatformTables.IDS), clock);
    }

    /** So many wrong passwords, each as soon as it may be tried. */
    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.withPassword("awa.martin", WRONG)).isEmpty();
        }
    }
}

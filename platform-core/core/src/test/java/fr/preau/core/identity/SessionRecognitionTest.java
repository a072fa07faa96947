package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a cookie and a bearer token open the door. */
class SessionRecognitionTest {

    private static final String SECRET = "a secret of the tests, longer than it needs to be";

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    @SuppressWarnings("NullAway.Init")
    private static PlatformTables platform;

    private final HandClock clock = HandClock.now();
    private final Sessions sessions = new Sessions(units, clock, PlatformTables.IDS);
    private final TokenSigner signer = new TokenSigner(SECRET, clock);
    private final Recognition recognition = new SessionRecognition(signer, sessions, clock);
    private UUID awa = new UUID(0, 0);
    private UUID session = new UUID(0, 0);
    private String token = "";

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
        platform = new PlatformTables(units);
    }

    @BeforeEach
    void awaSignsIn() {
        platform.empty();
        awa = platform.account("awa.martin", null);
        session = sessions.begin(awa);
        token = signer.sign(session, awa);
    }

    private Optional<String> fresh(String cookie) {
        return recognition.byCookie(cookie).orElseThrow().fresh();
    }

    @Test
    void aYoungCookieIsKeptAsItIs() {
        clock.advance(Duration.ofMinutes(7));
        assertThat(fresh(token)).isEmpty();
    }

    @Test
    void aCookieInTheSecondHalfOfItsLifeIsRenewed() {
        clock.advance(Duration.ofMinutes(8));
        assertThat(fresh(token)).isPresent();
    }

    @Test
    void whoWasIdleForAnHourGoesOnAndGetsAFreshCookie() {
        clock.advance(Duration.ofHours(1));

        String next = fresh(token).orElseThrow();

        assertThat(signer.read(token)).isEmpty();
        assertThat(signer.read(next))
                .hasValueSatisfying(read -> assertThat(read.session()).isEqualTo(session));
        assertThat(fresh(next)).isEmpty();
    }

    @Test
    void aCookieEndsWithItsSessionAndNotLater() {
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(recognition.byCookie(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(recognition.byCookie(token)).isEmpty();
        assertThat(recognition.byCookie(signer.sign(session, awa))).isEmpty();
    }

    @Test
    void anExpiredCookieOfARevokedSessionIsNobodys() {
        sessions.end(session);
        assertThat(recognition.byCookie(token)).isEmpty();
        clock.advance(Duration.ofMinutes(20));
        assertThat(recognition.byCookie(token)).isEmpty();
    }

    @Test
    void anExpiredCookieOfALockedAccountIsNobodys() {
        clock.advance(Duration.ofMinutes(20));
        assertThat(recognition.byCookie(token)).isPresent();
        platform.change("UPDATE account SET locked = TRUE WHERE id = ?", awa.toString());
        assertThat(recognition.byCookie(token)).isEmpty();
    }

    @Test
    void anExpiredCookieUnderAForeignSecretIsNobodys() {
        TokenSigner foreign = new TokenSigner("z".repeat(40), clock);
        String forged = foreign.sign(session, awa);
        assertThat(recognition.byCookie(forged)).isEmpty();
        clock.advance(Duration.ofMinutes(20));
        assertThat(recognition.byCookie(forged)).isEmpty();
        assertThat(recognition.byCookie(token.substring(0, token.length() - 2))).isEmpty();
    }

    @Test
    void aBearerTokenIsGoodForItsQuarterOfAnHourAndNeverRenewed() {
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(recognition.byBearer(token))
                .hasValueSatisfying(
                        found -> {
                            assertThat(found.person().account()).isEqualTo(awa);
                            assertThat(found.fresh()).isEmpty();
                        });
        clock.advance(Duration.ofSeconds(1));
        assertThat(recognition.byBearer(token)).isEmpty();
        assertThat(recognition.byCookie(token)).isPresent();
    }
}

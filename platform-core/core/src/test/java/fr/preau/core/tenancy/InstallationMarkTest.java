package fr.preau.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.tenancy.InstallationMark.Kind;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which mode a database may be started. */
class InstallationMarkTest {

    private final UnitsOfWork units;
    private final PlatformTables platform;
    private final InstallationMark mark;

    InstallationMarkTest() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(1));
        platform = new PlatformTables(units);
        mark = new InstallationMark(units, HandClock.now());
    }

    @BeforeEach
    @AfterEach
    void nobodyYet() {
        platform.empty();
        platform.change("DELETE FROM installation");
    }

    @Test
    void aDemonstrationThatWasUsedIsNotStartedAsARealOne() {
        mark.require(Kind.DEMO);
        platform.account("departement", "known to everybody");

        assertThatThrownBy(() -> mark.require(Kind.REAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PREAU_DEMO=true")
                .hasMessageContaining("everybody knows");
        assertThatCode(() -> mark.require(Kind.DEMO)).doesNotThrowAnyException();
    }

    @Test
    void aRealOneThatWasUsedIsNotStartedInDemoMode() {
        mark.require(Kind.REAL);
        platform.account("awa.martin", "secret");

        assertThatThrownBy(() -> mark.require(Kind.DEMO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real installation");
        assertThatCode(() -> mark.require(Kind.REAL)).doesNotThrowAnyException();
    }

    @Test
    void whatNobodyHasUsedMayStillBecomeEither() {
        mark.require(Kind.DEMO);
        mark.require(Kind.REAL);
        assertThat(platform.ask("SELECT demo FROM installation")).isEqualTo("0");
    }
}

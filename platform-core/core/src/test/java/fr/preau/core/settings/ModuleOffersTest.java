package fr.preau.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides where a module is on. */
class ModuleOffersTest {

    private static final Actor AWA = new Actor(null, "Awa");

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final ModuleOffers offers = new ModuleOffers(units, audit, clock);

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(2));
    }

    @BeforeEach
    void nothingYet() {
        new PlatformTables(units).empty();
    }

    @Test
    void theDepartementDecidesUntilItLeavesAModuleToTheColleges() {
        assertThat(offers.isLeftToColleges("canteen")).isFalse();

        offers.leave(AWA, "canteen", true);
        offers.leave(AWA, "canteen", true);

        assertThat(offers.isLeftToColleges("canteen")).isTrue();
        assertThat(offers.isLeftToColleges("garden")).isFalse();
        assertThat(audit.page(1).items())
                .extracting(AuditLog.Entry::act)
                .containsExactly("module-left-to-colleges");
    }

    @Test
    void theDecisionCanBeTakenBackAndAnotherNodeSeesItAtItsNextLook() {
        offers.leave(AWA, "canteen", true);
        ModuleOffers other = new ModuleOffers(units, audit, clock);
        other.refresh();
        assertThat(other.isLeftToColleges("canteen")).isTrue();

        offers.leave(AWA, "canteen", false);
        other.refresh();

        assertThat(other.isLeftToColleges("canteen")).isFalse();
        assertThat(audit.page(1).items())
                .extracting(AuditLog.Entry::act)
                .containsExactly("module-kept-by-departement", "module-left-to-colleges");
    }
}

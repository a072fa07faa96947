package fr.preau.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator of the Département comes to be. */
class AccountsTest {

    private final PlatformTables platform;
    private final Accounts accounts;

    AccountsTest() throws SQLException {
        UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(1));
        platform = new PlatformTables(units);
        accounts = new Accounts(units, HandClock.now(), PlatformTables.IDS);
    }

    @BeforeEach
    void nobodyYet() {
        platform.empty();
    }

    private void create(String login, String hash) {
        accounts.createOperator(login, hash, "Camille", "Département");
    }

    @Test
    void anOperatorIsCreatedUnderTheLoginThatSignInLooksFor() {
        create("  Departement ", "a hash");

        assertThat(accounts.hasOperator()).isTrue();
        assertThat(platform.ask("SELECT login FROM account WHERE operator"))
                .isEqualTo("departement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"awa.martin", "Awa.Martin", "áwa.martin"})
    void somebodyElsesLoginMakesNoOperator(String login) {
        platform.account("awa.martin", "her own");

        assertThatThrownBy(() -> create(login, "a hash"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("taken");

        assertThat(accounts.hasOperator()).isFalse();
        assertThat(platform.ask("SELECT password_hash FROM account")).isEqualTo("her own");
    }

    @Test
    void anOperatorThatIsThereAlreadyKeepsThePassword() {
        create("departement", "the first");

        create("departement", "the second");

        assertThat(platform.ask("SELECT password_hash FROM account")).isEqualTo("the first");
    }

    @Test
    void anOperatorUnderASimilarLoginIsSomebodyElse() {
        create("departement", "the first");

        assertThatThrownBy(() -> create("département", "the second")).hasMessageContaining("taken");
    }

    @Test
    void thePasswordOfAnOperatorIsLong() {
        Passwords passwords = new Passwords();

        assertThatThrownBy(() -> passwords.hashForOperator("elevenchars"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12 characters")
                .hasMessageNotContaining("elevenchars");
        assertThat(passwords.matches("twelve chars", passwords.hashForOperator("twelve chars")))
                .isTrue();
    }
}

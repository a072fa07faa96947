package fr.preau.core.identity;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The accounts of the platform: one human, one account. */
public final class Accounts {

    private final UnitsOfWork units;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids;

    public Accounts(UnitsOfWork units, Clock clock, TimeBasedEpochGenerator ids) {
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether anybody can sign in for the Département. */
    public boolean hasOperator() {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                                    unit.connection()
                                            .prepareStatement(
                                                    "SELECT 1 FROM account WHERE operator LIMIT 1");
                            ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    /**
     * Creates an operator of the Département; one who is there already keeps the password.
     *
     * @throws IllegalStateException when the login is somebody else's
     */
    public void createOperator(
            String login, String passwordHash, String givenName, String familyName) {
        String kept = SignIn.normal(login);
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("an operator needs a login");
        }
        boolean there =
                units.write(
                        DatabaseSpace.platform(),
                        unit -> {
                            insertOperator(unit, kept, passwordHash, givenName, familyName);
                            return isOperator(unit, kept);
                        });
        if (!there) {
            throw new IllegalStateException(
                    "no operator « " + kept + " »: the login is taken, choose another one");
        }
    }

    /** Nothing happens where the login is taken, be it in another spelling. */
    private void insertOperator(
            UnitOfWork unit, String login, String passwordHash, String givenName, String familyName)
            throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "INSERT INTO account (id, login, password_hash, given_name,"
                                        + " family_name, operator, created_at)"
                                        + " VALUES (?, ?, ?, ?, ?, TRUE, ?)"
                                        + " ON DUPLICATE KEY UPDATE id = id")) {
            statement.setString(1, ids.generate().toString());
            statement.setString(2, login);
            statement.setString(3, passwordHash);
            statement.setString(4, givenName);
            statement.setString(5, familyName);
            statement.setObject(6, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            statement.executeUpdate();
        }
    }

    private static boolean isOperator(UnitOfWork unit, String login) throws SQLException {
        try (PreparedStatement statement =
                unit.connection()
                        .prepareStatement(
                                "SELECT 1 FROM account WHERE login = ? AND operator"
                                        + " AND login = ? COLLATE utf8mb4_nopad_bin")) {
            statement.setString(1, login);
            statement.setString(2, login);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Gives the account of a person of the académie a login and a password.
     *
     * @return whether there is such an account
     */
    public boolean giveLogin(String academicId, String login, String passwordHash) {
        return units.write(
                        DatabaseSpace.platform(),
                        unit -> {
                            try (PreparedStatement statement =
                                    unit.connection()
                                            .prepareStatement(
                                                    "UPDATE account SET login = ?, password_hash ="
                                                            + " ? WHERE academic_id = ?")) {
                                statement.setString(1, login);
                                statement.setString(2, passwordHash);
                                statement.setString(3, academicId);
                                return statement.executeUpdate();
                            }
                        })
                > 0;
    }
}

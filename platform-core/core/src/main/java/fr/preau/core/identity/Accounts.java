package fr.preau.core.identity;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    /** Creates an operator of the Département; one that exists keeps the password it has. */
    public void createOperator(
            String login, String passwordHash, String givenName, String familyName) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "INSERT INTO account (id, login, password_hash,"
                                                    + " given_name, family_name, operator,"
                                                    + " created_at) VALUES (?, ?, ?, ?, ?, TRUE, ?)"
                                                    + " ON DUPLICATE KEY UPDATE operator = TRUE")) {
                        statement.setString(1, ids.generate().toString());
                        statement.setString(2, login);
                        statement.setString(3, passwordHash);
                        statement.setString(4, givenName);
                        statement.setString(5, familyName);
                        statement.setObject(6, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
                        return statement.executeUpdate();
                    }
                });
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

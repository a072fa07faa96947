package fr.preau.core.identity;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The sign-ins that have not ended, and who stands behind each. */
public final class Sessions {

    /** After this long everybody signs in again. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** One statement: the session if it lives, its account and all its memberships. */
    private static final String LOOK_UP =
            "SELECT a.id, a.login, a.given_name, a.family_name, a.operator,"
                    + " m.uai, m.person_id, m.profile, m.functions"
                    + " FROM session s JOIN account a ON a.id = s.account_id"
                    + " LEFT JOIN membership m ON m.account_id = a.id"
                    + " WHERE s.id = ? AND s.revoked_at IS NULL AND s.ends_at > ?"
                    + " AND NOT a.locked";

    private final UnitsOfWork units;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids;

    public Sessions(UnitsOfWork units, Clock clock, TimeBasedEpochGenerator ids) {
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Begins a session and says its name. */
    public UUID begin(UUID account) {
        UUID session = ids.generate();
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "INSERT INTO session (id, account_id, started_at,"
                                                    + " ends_at) VALUES (?, ?, ?, ?)")) {
                        LocalDateTime now = now();
                        statement.setString(1, session.toString());
                        statement.setString(2, account.toString());
                        statement.setObject(3, now);
                        statement.setObject(4, now.plus(LONGEST));
                        statement.executeUpdate();
                        return session;
                    }
                });
    }

    /** Ends a session: its tokens are worth nothing from the next request on, on every node. */
    public void end(UUID session) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "UPDATE session SET revoked_at = ? WHERE id = ?"
                                                    + " AND revoked_at IS NULL")) {
                        statement.setObject(1, now());
                        statement.setString(2, session.toString());
                        return statement.executeUpdate();
                    }
                });
    }

    /** Forgets the sessions that ended more than a day ago. */
    public int forgetEnded() {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement("DELETE FROM session WHERE ends_at < ?")) {
                        statement.setObject(1, now().minusDays(1));
                        return statement.executeUpdate();
                    }
                });
    }

    /** Who stands behind a session, if it lives and its account is not locked. */
    public Optional<SignedIn> find(UUID session) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement =
                            unit.connection().prepareStatement(LOOK_UP)) {
                        statement.setString(1, session.toString());
                        statement.setObject(2, now());
                        try (ResultSet row = statement.executeQuery()) {
                            return row.next()
                                    ? Optional.of(signedIn(session, row))
                                    : Optional.<SignedIn>empty();
                        }
                    }
                });
    }

    private static SignedIn signedIn(UUID session, ResultSet row) throws SQLException {
        UUID account = UUID.fromString(row.getString(1));
        String login = row.getString(2);
        String givenName = row.getString(3);
        String familyName = row.getString(4);
        boolean operator = row.getBoolean(5);
        List<Membership> memberships = new ArrayList<>();
        do {
            if (row.getString(6) != null) {
                memberships.add(membership(row));
            }
        } while (row.next());
        return new SignedIn(session, account, login, givenName, familyName, operator, memberships);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new Uai(row.getString(6)),
                PersonId.of(row.getString(7)),
                Profile.valueOf(row.getString(8)),
                functions(row.getString(9)));
    }

    private static Set<StaffFunction> functions(String list) {
        Set<StaffFunction> functions = EnumSet.noneOf(StaffFunction.class);
        for (String name : list.split(",")) {
            if (!name.isEmpty()) {
                functions.add(StaffFunction.valueOf(name));
            }
        }
        return functions;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}

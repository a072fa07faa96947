package fr.preau.core.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.api.school.Uai;
import fr.preau.core.directory.StaffFunctions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the people of a collège their accounts on the platform, one for each human in all collèges,
 * and their memberships; takes the memberships of those who have left.
 *
 * <p>It follows an import as a transaction of its own and can be repeated at any time: what is
 * right already is not written again. Nobody gets a password here, and a login once given stays.
 */
public final class AccountLinking {

    private static final int IDS_PER_STATEMENT = 500;

    /**
     * What was written.
     *
     * @param accountsChanged names that are written differently now
     */
    public record Outcome(
            int accountsAdded,
            int accountsChanged,
            int membershipsAdded,
            int membershipsChanged,
            int membershipsRemoved) {}

    private record Account(UUID id, @Nullable String login, String givenName, String familyName) {}

    private record Place(UUID account, String profile) {}

    private record What(UUID person, String functions) {}

    private final TimeBasedEpochGenerator newIds = Generators.timeBasedEpochGenerator();
    private final Connection platform;
    private final Uai uai;
    private final Clock clock;

    /**
     * @param platform in the platform's schema, without autocommit; the caller commits
     */
    public AccountLinking(Connection platform, Uai uai, Clock clock) {
        this.platform = platform;
        this.uai = uai;
        this.clock = clock;
    }

    /**
     * @param people everybody who is at the collège now, once for each thing they are there
     */
    public Outcome run(List<CollegePerson> people) throws SQLException {
        takeTurn();
        Map<String, CollegePerson> byAcademicId = new LinkedHashMap<>();
        people.forEach(person -> byAcademicId.put(person.academicId(), person));
        Map<String, Account> accounts = accounts(new ArrayList<>(byAcademicId.keySet()));
        int known = accounts.size();
        int changed = bringAccounts(byAcademicId, accounts);
        return bringMemberships(people, accounts, accounts.size() - known, changed);
    }

    /**
     * One collège after the other, on all nodes: two that met would want the same login. The row is
     * locked until the caller commits.
     */
    private void takeTurn() throws SQLException {
        String sql =
                "INSERT INTO job_lease (job, node, until) VALUES ('account-linking', ?, ?)"
                        + " ON DUPLICATE KEY UPDATE node = VALUES(node), until = VALUES(until)";
        try (PreparedStatement statement = platform.prepareStatement(sql)) {
            statement.setString(1, uai.value());
            statement.setObject(2, now());
            statement.executeUpdate();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
    }

    private Map<String, Account> accounts(List<String> academicIds) throws SQLException {
        Map<String, Account> accounts = new HashMap<>();
        for (int from = 0; from < academicIds.size(); from += IDS_PER_STATEMENT) {
            List<String> some =
                    academicIds.subList(
                            from, Math.min(academicIds.size(), from + IDS_PER_STATEMENT));
            String sql =
                    "SELECT academic_id, id, login, given_name, family_name FROM account"
                            + " WHERE academic_id IN ("
                            + String.join(", ", Collections.nCopies(some.size(), "?"))
                            + ")";
            try (PreparedStatement statement = platform.prepareStatement(sql)) {
                for (int i = 0; i < some.size(); i++) {
                    statement.setString(i + 1, some.get(i));
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        accounts.put(
                                row.getString(1),
                                new Account(
                                        UUID.fromString(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)));
                    }
                }
            }
        }
        return accounts;
    }

    /** Adds the missing accounts, to the map as well, and returns how many others were changed. */
    private int bringAccounts(Map<String, CollegePerson> people, Map<String, Account> accounts)
            throws SQLException {
        Map<String, LoginName> nameless = new LinkedHashMap<>();
        people.forEach(
                (academicId, person) -> {
                    Account account = accounts.get(academicId);
                    if (account == null || account.login() == null) {
                        nameless.put(
                                academicId, LoginName.of(person.givenName(), person.familyName()));
                    }
                });
        Map<String, String> logins = new FreeLogins(platform).find(nameless);
        LocalDateTime now = now();
        List<List<@Nullable Object>> added = new ArrayList<>();
        List<Account> changed = new ArrayList<>();
        for (CollegePerson person : people.values()) {
            Account former = accounts.get(person.academicId());
            UUID id = former == null ? newIds.generate() : former.id();
            String login = former == null ? null : former.login();
            Account account =
                    new Account(
                            id,
                            login == null ? logins.get(person.academicId()) : login,
                            person.givenName(),
                            person.familyName());
            if (former == null) {
                added.add(row(account, person.academicId(), now));
            } else if (!account.equals(former)) {
                changed.add(account);
            }
            accounts.put(person.academicId(), account);
        }
        // Nothing is overwritten by a key that happens to be there: it could be somebody else's.
        RowSql.write(
                platform,
                "account",
                List.of("id", "academic_id", "login", "given_name", "family_name", "created_at"),
                List.of(),
                added);
        change(changed);
        return changed.size();
    }

    private void change(List<Account> accounts) throws SQLException {
        if (accounts.isEmpty()) {
            // In Liberty a statement of MariaDB's that was prepared and never run fails to close.
            return;
        }
        String sql = "UPDATE account SET login = ?, given_name = ?, family_name = ? WHERE id = ?";
        try (PreparedStatement statement = platform.prepareStatement(sql)) {
            for (Account account : accounts) {
                statement.setString(1, account.login());
                statement.setString(2, account.givenName());
                statement.setString(3, account.familyName());
                statement.setString(4, account.id().toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<@Nullable Object> row(
            Account account, String academicId, LocalDateTime now) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(account.id());
        row.add(academicId);
        row.add(account.login());
        row.add(account.givenName());
        row.add(account.familyName());
        row.add(now);
        return row;
    }

    private Outcome bringMemberships(
            List<CollegePerson> people,
            Map<String, Account> accounts,
            int accountsAdded,
            int accountsChanged)
            throws SQLException {
        Map<Place, What> held = memberships();
        List<List<Object>> rows = new ArrayList<>();
        int changed = 0;
        for (CollegePerson person : people) {
            Account account = accounts.get(person.academicId());
            if (account == null) {
                throw new IllegalStateException("no account for " + person.id());
            }
            Place place = new Place(account.id(), person.profile().name());
            What what = new What(person.id().value(), StaffFunctions.format(person.functions()));
            What former = held.remove(place);
            if (!what.equals(former)) {
                changed += former == null ? 0 : 1;
                rows.add(
                        List.of(
                                place.account(),
                                uai.value(),
                                place.profile(),
                                what.person(),
                                what.functions()));
            }
        }
        RowSql.write(
                platform,
                "membership",
                List.of("account_id", "uai", "profile", "person_id", "functions"),
                List.of("person_id", "functions"),
                rows);
        RowSql.delete(
                platform,
                "membership",
                List.of("account_id", "uai", "profile"),
                held.keySet().stream()
                        .map(place -> List.of(place.account(), uai.value(), place.profile()))
                        .toList());
        return new Outcome(
                accountsAdded, accountsChanged, rows.size() - changed, changed, held.size());
    }

    private Map<Place, What> memberships() throws SQLException {
        Map<Place, What> held = new HashMap<>();
        try (PreparedStatement statement =
                platform.prepareStatement(
                        "SELECT account_id, profile, person_id, functions FROM membership"
                                + " WHERE uai = ?")) {
            statement.setString(1, uai.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    held.put(
                            new Place(UUID.fromString(row.getString(1)), row.getString(2)),
                            new What(UUID.fromString(row.getString(3)), row.getString(4)));
                }
            }
        }
        return held;
    }
}

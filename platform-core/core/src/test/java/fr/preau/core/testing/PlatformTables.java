package fr.preau.core.testing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the platform, written and looked at by tests. */
public final class PlatformTables {

    /** Of the tests: one for all, since it is itself safe for threads. */
    public static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private static final List<String> ALL =
            List.of(
                    "writing_closure",
                    "quiet_hours",
                    "push_key",
                    "banner",
                    "announcement_college",
                    "announcement",
                    "module_erasure",
                    "module_setting",
                    "module_offer",
                    "module_job",
                    "delivery",
                    "job_lease",
                    "import_run",
                    "audit_entry",
                    "module_quarantine",
                    "module_usage",
                    "module_on_node",
                    "module_grant",
                    "module_desired",
                    "module_trial",
                    "module_release",
                    "module_schema",
                    "module_state",
                    "sign_in_failure",
                    "session",
                    "membership",
                    "account",
                    "college");

    private final UnitsOfWork units;

    public PlatformTables(UnitsOfWork units) {
        this.units = units;
    }

    /** Forgets everything, so that each test begins in an empty département. */
    public PlatformTables empty() {
        for (String table : ALL) {
            change("DELETE FROM " + table);
        }
        return this;
    }

    public void college(String uai, String slug) {
        change(
                "INSERT INTO college (uai, slug, name, commune, street, postcode, accent, state,"
                        + " expected_pupils) VALUES (?, ?, 'Collège', 'Sèvres', '1 rue Verte',"
                        + " '92310', '#123456', 'ACTIVE', 500)",
                uai,
                slug);
    }

    public UUID account(String login, @Nullable String passwordHash) {
        UUID id = IDS.generate();
        change(
                "INSERT INTO account (id, login, password_hash, given_name, family_name,"
                        + " created_at) VALUES (?, ?, ?, 'Awa', 'Martin', NOW(6))",
                id.toString(),
                login,
                passwordHash);
        return id;
    }

    /** Changes rows; the SQL is the test's own. */
    public int change(String sql, @Nullable Object... values) {
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                            statement.setObject(i + 1, values[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }

    /** The one value of the first row, or « nothing ». */
    public String ask(String sql) {
        return units.read(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(sql);
                            ResultSet row = statement.executeQuery()) {
                        return row.next() ? String.valueOf(row.getString(1)) : "nothing";
                    }
                });
    }
}

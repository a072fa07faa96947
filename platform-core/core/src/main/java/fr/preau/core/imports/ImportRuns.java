package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of each collège's import, on the platform.
 *
 * <p>Its connection must not be the one of the import: an operator sees the progress of what is not
 * committed yet.
 */
public final class ImportRuns {

    private static final int LONGEST_MESSAGE = 1000;

    private static final String SELECT =
            "SELECT uai, state, done, total, message, pupils, guardians, teachers, staff, classes,"
                    + " started_at, finished_at FROM import_run";

    private final Connection platform;
    private final Clock clock;

    /**
     * @param platform in the platform's schema; the caller commits, unless it has autocommit
     */
    public ImportRuns(Connection platform, Clock clock) {
        this.platform = platform;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /** An import will begin when its turn comes. */
    public void waiting(Uai uai) throws SQLException {
        update(
                "INSERT INTO import_run (uai, state) VALUES (?, 'WAITING') ON DUPLICATE KEY UPDATE"
                        + " state = 'WAITING', done = 0, message = '', started_at = NULL,"
                        + " finished_at = NULL",
                uai.value());
    }

    public void started(Uai uai) throws SQLException {
        update(
                "INSERT INTO import_run (uai, state, started_at) VALUES (?, 'RUNNING', ?)"
                        + " ON DUPLICATE KEY UPDATE state = 'RUNNING', done = 0, message = '',"
                        + " started_at = VALUES(started_at), finished_at = NULL",
                uai.value(),
                now());
    }

    public void advanced(Uai uai, int done, int total) throws SQLException {
        update(
                "UPDATE import_run SET done = ?, total = ? WHERE uai = ? AND state = 'RUNNING'",
                done,
                total,
                uai.value());
    }

    public void done(Uai uai, ImportOutcome outcome) throws SQLException {
        update(
                "UPDATE import_run SET state = 'DONE', done = total, message = '', pupils = ?,"
                        + " guardians = ?, teachers = ?, staff = ?, classes = ?, finished_at = ?"
                        + " WHERE uai = ?",
                outcome.pupils().present(),
                outcome.guardians().present(),
                outcome.teachers().present(),
                outcome.staff().present(),
                outcome.classes().present(),
                now(),
                uai.value());
    }

    /** The delivery can't be taken; the counts of the one before stay true. */
    public void refused(Uai uai, String message) throws SQLException {
        cameToNothing(uai, ImportRun.State.REFUSED, message);
    }

    /** Something else than the delivery was at fault; the counts of the one before are shown. */
    public void failed(Uai uai, String message) throws SQLException {
        cameToNothing(uai, ImportRun.State.FAILED, message);
    }

    private void cameToNothing(Uai uai, ImportRun.State state, String message) throws SQLException {
        update(
                "INSERT INTO import_run (uai, state, message, finished_at)"
                        + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " state = VALUES(state), message = VALUES(message),"
                        + " finished_at = VALUES(finished_at)",
                uai.value(),
                state.name(),
                message.length() <= LONGEST_MESSAGE
                        ? message
                        : message.substring(0, LONGEST_MESSAGE),
                now());
    }

    public Optional<ImportRun> of(Uai uai) throws SQLException {
        return select(SELECT + " WHERE uai = ?", uai.value()).stream().findFirst();
    }

    public List<ImportRun> all() throws SQLException {
        return select(SELECT + " ORDER BY uai");
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = platform.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private List<ImportRun> select(String sql, Object... values) throws SQLException {
        List<ImportRun> runs = new ArrayList<>();
        try (PreparedStatement statement = platform.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(run(row));
                }
            }
        }
        return runs;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                new Uai(row.getString(1)),
                ImportRun.State.valueOf(row.getString(2)),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                new ImportRun.Counts(
                        row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9), row.getInt(10)),
                instant(row.getObject(11, LocalDateTime.class)),
                instant(row.getObject(12, LocalDateTime.class)));
    }

    private static Optional<Instant> instant(@Nullable LocalDateTime time) {
        return Optional.ofNullable(time).map(t -> t.toInstant(ZoneOffset.UTC));
    }
}

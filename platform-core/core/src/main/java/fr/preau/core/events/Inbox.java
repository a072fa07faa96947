package fr.preau.core.events;

import fr.preau.api.school.Uai;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of what the modules of one collège have still to handle. */
final class Inbox {

    /** What became of a fact that somebody wanted to handle. */
    enum Take {
        TAKEN,
        /** Another one has handled it. */
        GONE,
        /** Another one is handling it. */
        BUSY
    }

    private static final int BATCH = 50;

    private static final String MODULES = "SELECT DISTINCT module FROM core_event_delivery";

    /** What waits for its next try holds back what comes after it on the same subject. */
    private static final String DUE =
            "SELECT d.seq, d.tries, e.id, e.name, e.publisher, d.subject, e.body, e.at,"
                    + " e.origin"
                    + " FROM core_event_delivery d JOIN core_event e ON e.seq = d.seq"
                    + " WHERE d.module = ? AND (d.retry_at IS NULL OR d.retry_at <= ?)"
                    + " AND NOT EXISTS (SELECT 1 FROM core_event_delivery b"
                    + " WHERE b.module = d.module AND b.subject = d.subject AND b.seq < d.seq"
                    + " AND b.retry_at > ?) ORDER BY d.seq LIMIT "
                    + BATCH;

    private static final String NEXT_TRY =
            "SELECT MIN(retry_at) FROM core_event_delivery WHERE module = ?";

    private static final String LOCK =
            "SELECT tries FROM core_event_delivery WHERE module = ? AND seq = ? FOR UPDATE SKIP LOCKED";

    private static final String SEEN =
            "SELECT tries FROM core_event_delivery WHERE module = ? AND seq = ?";

    private static final String HANDLED =
            "DELETE FROM core_event_delivery WHERE module = ? AND seq = ?";

    private static final String FAILED =
            "UPDATE core_event_delivery SET tries = tries + ?, retry_at = ?,"
                    + " failure = COALESCE(?, failure) WHERE module = ? AND seq = ?";

    private static final String LEASE =
            "UPDATE core_event_delivery SET retry_at = ? WHERE module = ? AND seq = ?"
                    + " AND (retry_at IS NULL OR retry_at <= ?)";

    private static final String SET_ASIDE =
            "INSERT INTO core_event_set_aside (module, seq, tries, reason, at)"
                    + " SELECT module, seq, tries + 1, ?, ? FROM core_event_delivery"
                    + " WHERE module = ? AND seq = ?";

    private final Connection connection;

    Inbox(Connection connection) {
        this.connection = connection;
    }

    List<String> modules() throws SQLException {
        List<String> modules = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MODULES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                modules.add(row.getString(1));
            }
        }
        return modules;
    }

    /** What a module may handle now, in order. */
    List<DueFact> due(String module, Instant now) throws SQLException {
        List<DueFact> due = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setString(1, module);
            statement.setObject(2, utc(now));
            statement.setObject(3, utc(now));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new DueFact(row.getLong(1), fact(row), row.getInt(2)));
                }
            }
        }
        return due;
    }

    private static PublishedFact fact(ResultSet row) throws SQLException {
        return new PublishedFact(
                UUID.fromString(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                origin(row.getString(9)));
    }

    private static @Nullable Uai origin(@Nullable String uai) {
        return uai == null ? null : new Uai(uai);
    }

    /** When something that failed is due again. */
    Optional<Instant> nextTry(String module) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_TRY)) {
            statement.setString(1, module);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDateTime.class))
                        .map(at -> at.toInstant(ZoneOffset.UTC));
            }
        }
    }

    /** Takes a fact off the list, as a part of the unit of work that handles it. */
    Take take(String module, long seq) throws SQLException {
        if (!isThere(LOCK, module, seq)) {
            return isThere(SEEN, module, seq) ? Take.BUSY : Take.GONE;
        }
        drop(module, seq);
        return Take.TAKEN;
    }

    private boolean isThere(String sql, String module, long seq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, module);
            statement.setLong(2, seq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    void drop(String module, long seq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HANDLED)) {
            statement.setString(1, module);
            statement.setLong(2, seq);
            statement.executeUpdate();
        }
    }

    void failed(String module, long seq, String reason, Instant retryAt) throws SQLException {
        later(module, seq, 1, reason, retryAt);
    }

    /** Puts something off that could not be tried, which does not count. */
    void putOff(String module, long seq, Instant retryAt) throws SQLException {
        later(module, seq, 0, null, retryAt);
    }

    /**
     * Keeps a fact to oneself for a while, and what follows on its subject waiting.
     *
     * @return whether it was there and nobody else had it
     */
    boolean lease(String module, long seq, Instant now, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEASE)) {
            statement.setObject(1, utc(until));
            statement.setString(2, module);
            statement.setLong(3, seq);
            statement.setObject(4, utc(now));
            return statement.executeUpdate() > 0;
        }
    }

    private void later(String module, long seq, int tries, @Nullable String reason, Instant retryAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setInt(1, tries);
            statement.setObject(2, utc(retryAt));
            statement.setString(3, reason);
            statement.setString(4, module);
            statement.setLong(5, seq);
            statement.executeUpdate();
        }
    }

    void setAside(String module, long seq, String reason, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setString(1, reason);
            statement.setObject(2, utc(now));
            statement.setString(3, module);
            statement.setLong(4, seq);
            statement.executeUpdate();
        }
        drop(module, seq);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's memory of the files that were taken last for each collège, or failed. */
final class TakenDeliveries {

    /**
     * The last files of a collège.
     *
     * @param failures how often in a row they failed for another reason than their own
     * @param retryAt when they are tried again; empty if they are done with, taken or refused
     */
    record Taken(String fingerprint, int failures, Optional<Instant> retryAt) {

        /** Whether there is nothing to do for these files now. */
        boolean settles(String files, Instant now) {
            return fingerprint.equals(files) && retryAt.map(now::isBefore).orElse(true);
        }
    }

    private final Connection platform;
    private final Clock clock;

    /**
     * @param platform in the platform's schema; the caller commits
     */
    TakenDeliveries(Connection platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    Map<Uai, Taken> all() throws SQLException {
        Map<Uai, Taken> all = new HashMap<>();
        try (PreparedStatement statement =
                        platform.prepareStatement(
                                "SELECT uai, fingerprint, failures, retry_at FROM delivery");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.put(
                        new Uai(row.getString(1)),
                        new Taken(
                                row.getString(2),
                                row.getInt(3),
                                Optional.ofNullable(row.getObject(4, LocalDateTime.class))
                                        .map(at -> at.toInstant(ZoneOffset.UTC))));
            }
        }
        return all;
    }

    /** These files are done with: they are not read again. */
    void taken(Uai uai, String fingerprint) throws SQLException {
        write(uai, fingerprint, 0, null);
    }

    /**
     * These files failed, and not by their own fault.
     *
     * @return when they are tried again
     */
    Instant failed(Uai uai, String fingerprint) throws SQLException {
        Taken last = all().get(uai);
        int before = last == null || !last.fingerprint().equals(fingerprint) ? 0 : last.failures();
        int failures = before + 1;
        Instant retryAt = clock.instant().plus(new GrowingWait(failures).length());
        write(uai, fingerprint, failures, LocalDateTime.ofInstant(retryAt, ZoneOffset.UTC));
        return retryAt;
    }

    private void write(Uai uai, String fingerprint, int failures, @Nullable LocalDateTime retryAt)
            throws SQLException {
        try (PreparedStatement statement =
                platform.prepareStatement(
                        "REPLACE INTO delivery (uai, fingerprint, taken_at, failures, retry_at)"
                                + " VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, uai.value());
            statement.setString(2, fingerprint);
            statement.setObject(3, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            statement.setInt(4, failures);
            statement.setObject(5, retryAt);
            statement.executeUpdate();
        }
    }
}

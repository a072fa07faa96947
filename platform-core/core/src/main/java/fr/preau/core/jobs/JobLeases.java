package fr.preau.core.jobs;

import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Who does a job for all nodes, and until when; a node that dies loses it when its time is over.
 */
public final class JobLeases {

    private static final String TAKE =
            "INSERT INTO job_lease (job, node, until) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE"
                    + " node = IF(until < ?, VALUES(node), node),"
                    + " until = IF(node = VALUES(node), VALUES(until), until)";

    private final UnitsOfWork units;
    private final Clock clock;
    private final String node;

    public JobLeases(UnitsOfWork units, Clock clock, String node) {
        this.units = units;
        this.clock = clock;
        this.node = node;
    }

    /** Whether the job is this node's for so long; asking again prolongs it. */
    public boolean take(String job, Duration duration) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        return units.write(
                DatabaseSpace.platform(),
                unit -> {
                    try (PreparedStatement statement = unit.connection().prepareStatement(TAKE)) {
                        statement.setString(1, job);
                        statement.setString(2, node);
                        statement.setObject(3, now.plus(duration));
                        statement.setObject(4, now);
                        statement.executeUpdate();
                    }
                    try (PreparedStatement statement =
                            unit.connection()
                                    .prepareStatement(
                                            "SELECT node FROM job_lease WHERE job = ? AND node ="
                                                    + " ?")) {
                        statement.setString(1, job);
                        statement.setString(2, node);
                        return statement.executeQuery().next();
                    }
                });
    }
}

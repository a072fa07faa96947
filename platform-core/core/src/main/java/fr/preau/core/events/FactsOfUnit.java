package fr.preau.core.events;

import fr.preau.core.tenancy.UnitPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts that one unit of work will have published.
 *
 * <p>They are written last, when the unit holds all its locks. Of two units that changed the same
 * row the second one gets to this point after the commit of the first, so the numbers drawn here
 * have the order of the commits.
 */
final class FactsOfUnit implements UnitPart {

    private static final int MOST = 10_000;

    private static final String KEEP =
            "INSERT INTO core_event (id, name, publisher, subject, body, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String ADDRESS =
            "INSERT INTO core_event_delivery (module, seq, subject)"
                    + " SELECT l.module, e.seq, e.subject FROM core_event e"
                    + " JOIN core_event_listener l ON l.name = e.name WHERE e.id = ?";

    private final List<PublishedFact> facts = new ArrayList<>();
    private final Runnable wake;

    FactsOfUnit(Runnable wake) {
        this.wake = wake;
    }

    void add(PublishedFact fact) {
        if (facts.size() >= MOST) {
            throw new IllegalStateException(
                    "one unit of work publishes " + MOST + " facts at most");
        }
        facts.add(fact);
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            for (PublishedFact fact : facts) {
                statement.setString(1, fact.id().toString());
                statement.setString(2, fact.name());
                statement.setString(3, fact.publisher());
                statement.setString(4, fact.subject());
                statement.setString(5, fact.body());
                statement.setObject(6, LocalDateTime.ofInstant(fact.at(), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement(ADDRESS)) {
            for (PublishedFact fact : facts) {
                statement.setString(1, fact.id().toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void afterCommit() {
        wake.run();
    }
}

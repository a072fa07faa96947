package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

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
            "INSERT INTO core_event (id, name, publisher, subject, body, at, origin)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String ADDRESS =
            "INSERT INTO core_event_delivery (module, seq, subject)"
                    + " SELECT l.module, e.seq, e.subject FROM core_event e"
                    + " JOIN core_event_listener l ON l.name = e.name WHERE e.id = ?";

    private static final String SEND =
            "INSERT INTO core_event_delivery (module, seq, subject)"
                    + " SELECT ?, e.seq, e.subject FROM core_event e WHERE e.id = ?";

    private final List<PublishedFact> facts = new ArrayList<>();

    /** Those of the facts that are told elsewhere and not here, with the name they wait under. */
    private final Map<PublishedFact, String> sent = new HashMap<>();

    private final Runnable wake;

    private FactsOfUnit(Runnable wake) {
        this.wake = wake;
    }

    /**
     * Those of a unit of work in the space of a collège.
     *
     * @param wake told of the collège after the commit
     */
    static FactsOfUnit of(UnitOfWork unit, Consumer<Uai> wake) {
        Uai college = unit.space().uai();
        return unit.part(FactsOfUnit.class, () -> new FactsOfUnit(() -> wake.accept(college)));
    }

    void add(PublishedFact fact) {
        if (facts.size() >= MOST) {
            throw new IllegalStateException(
                    "one unit of work publishes " + MOST + " facts at most");
        }
        facts.add(fact);
    }

    void send(PublishedFact fact, Uai place) {
        add(fact);
        sent.put(fact, Post.to(place));
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
                statement.setString(7, Objects.toString(fact.origin(), null));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        if (sent.size() < facts.size()) {
            try (PreparedStatement statement = connection.prepareStatement(ADDRESS)) {
                for (PublishedFact fact : facts) {
                    if (!sent.containsKey(fact)) {
                        statement.setString(1, fact.id().toString());
                        statement.addBatch();
                    }
                }
                statement.executeBatch();
            }
        }
        if (!sent.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(SEND)) {
                for (Map.Entry<PublishedFact, String> fact : sent.entrySet()) {
                    statement.setString(1, fact.getValue());
                    statement.setString(2, fact.getKey().id().toString());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    @Override
    public void afterCommit() {
        wake.run();
    }
}

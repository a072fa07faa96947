package fr.preau.core.events;

import fr.preau.api.event.Fact;
import fr.preau.api.school.Uai;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Facts that the host itself tells the modules of a collège, and what they answer. */
public final class HostFacts {

    /** What no module can be called, since it belongs to the host. */
    public static final String PUBLISHER = "departement";

    private static final String ANSWERS =
            "SELECT body FROM core_event WHERE at >= ? AND subject = ? AND name LIKE ?"
                    + " ORDER BY seq LIMIT 1";

    private static final String THERE =
            "SELECT seq FROM core_event WHERE at >= ? AND subject = ? AND name = ? LIMIT 1";

    private final UnitsOfWork units;
    private final Outbox outbox;
    private final RecordJson json = new RecordJson();

    public HostFacts(UnitsOfWork units, Outbox outbox) {
        this.units = units;
        this.outbox = outbox;
    }

    /**
     * Publishes a fact at a collège; published there before, it is not published again.
     *
     * @param fact a record with {@link Fact}
     * @param since when it can have been published for the first time
     */
    public void publish(Uai college, Record fact, UUID subject, Instant since) {
        Fact marked = fact.getClass().getAnnotation(Fact.class);
        if (marked == null) {
            throw new IllegalArgumentException(fact.getClass().getName() + " has no @Fact");
        }
        String name = marked.value();
        String body = json.write(fact);
        units.write(
                DatabaseSpace.of(college),
                unit -> {
                    if (!isThere(unit, name, subject, since)) {
                        outbox.put(name, PUBLISHER, subject.toString(), body);
                    }
                    return true;
                });
    }

    private static boolean isThere(UnitOfWork unit, String name, UUID subject, Instant since)
            throws SQLException {
        return !unit.query(THERE, row -> row.getLong(1), Inbox.utc(since), subject.toString(), name)
                .isEmpty();
    }

    /**
     * What a module has published about a subject under a name that ends so.
     *
     * @param type the host's own record for it
     */
    public <F extends Record> Optional<F> answer(
            Uai college, String ending, UUID subject, Instant since, Class<F> type) {
        List<String> bodies =
                units.read(
                        DatabaseSpace.of(college),
                        unit ->
                                unit.query(
                                        ANSWERS,
                                        row -> row.getString(1),
                                        Inbox.utc(since),
                                        subject.toString(),
                                        "%." + ending));
        return bodies.stream()
                .findFirst()
                .map(body -> type.cast(Objects.requireNonNull(json.read(body, type))));
    }
}

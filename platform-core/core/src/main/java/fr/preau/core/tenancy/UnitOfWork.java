package fr.preau.core.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's request at one collège (or at the platform): one connection in that space, and the
 * entity managers that work on it.
 *
 * <p>Its life: {@link UnitsOfWork} takes a connection from the pool, puts it into the space, runs
 * the work, commits or rolls back once for everything that took part, and gives the connection
 * back. Nothing that was handed out works afterwards.
 */
public final class UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private final DatabaseSpace space;
    private final UnitKind kind;
    private final Connection raw;
    private final Connection guarded;
    private final Map<EntityManagerFactory, EntityManager> entityManagers = new IdentityHashMap<>();
    private final Map<Class<? extends UnitPart>, UnitPart> parts = new LinkedHashMap<>();
    private final Map<Object, Object> answers = new HashMap<>();
    private int statements;
    private int tallied;
    private @Nullable String doom;
    // Whoever was handed something may come back on another thread.
    private volatile boolean rollbackOnly;
    private volatile boolean ended;

    UnitOfWork(DatabaseSpace space, UnitKind kind, Connection raw) {
        this.space = space;
        this.kind = kind;
        this.raw = raw;
        this.guarded = ConnectionGuard.guard(this, raw, this::requireOpenFor);
    }

    public DatabaseSpace space() {
        return space;
    }

    /** The connection, for statements that read and write rows; closing it does nothing. */
    public Connection connection() {
        return guarded;
    }

    /** The same connection for whose SQL there is another rule, on top of those for everybody. */
    public Connection connection(SqlCheck rule) {
        return ConnectionGuard.guard(
                this,
                raw,
                sql -> {
                    requireOpenFor(sql);
                    rule.check(sql);
                });
    }

    /** Reads one row after the other. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The rows that a query finds; values are bound to its question marks. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = bound(sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    /** Changes rows and says how many; values are bound to the question marks. */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = guarded.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Notes statements as counted by the thread that they were lent to. */
    int tally(int counted) {
        tallied += counted;
        return counted;
    }

    /** The statements that nobody has counted yet. */
    int untallied() {
        return statements - tallied;
    }

    /** How many statements went to the database so far, the switch into the space not counted. */
    public int statements() {
        return statements;
    }

    /** The entity manager of this unit of work for a persistence unit. */
    public EntityManager entityManager(EntityManagerFactory factory) {
        requireOpen();
        return entityManagers.computeIfAbsent(
                factory,
                f -> {
                    EntityManager entities = f.createEntityManager();
                    if (isWriting()) {
                        entities.getTransaction().begin();
                    }
                    return entities;
                });
    }

    /** What takes part in this unit of work under a type, made when it is asked for first. */
    public <P extends UnitPart> P part(Class<P> type, Supplier<P> first) {
        requireOpen();
        if (!isWriting()) {
            throw new IllegalStateException("this unit of work only reads; nothing takes part");
        }
        return type.cast(parts.computeIfAbsent(type, t -> first.get()));
    }

    /**
     * Asks once in a unit of work that only reads, which sees nothing change; each time in one that
     * writes.
     *
     * @param question equal to another one only if the answer is the same, and of the same type
     */
    @SuppressWarnings("unchecked")
    public <T> T once(Object question, Supplier<T> ask) {
        requireOpen();
        if (isWriting()) {
            return ask.get();
        }
        Object known = answers.get(question);
        if (known == null) {
            known = ask.get();
            answers.put(question, known);
        }
        return (T) known;
    }

    /**
     * Says that this can't be committed any more, since a part of it was done by halves; whoever
     * tries is told the reason.
     */
    public void doom(String reason) {
        if (doom == null) {
            doom = reason;
        }
    }

    void countStatement() {
        statements++;
    }

    void markRollbackOnly() {
        rollbackOnly = true;
    }

    /** Whether it may change rows. */
    public boolean isWriting() {
        return kind == UnitKind.WRITING;
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the unit of work in " + space + " has ended");
        }
    }

    /** For what speaks JDBC, whose failures are of another kind. */
    void requireAlive() throws SQLException {
        if (ended) {
            throw new SQLException("the unit of work in " + space + " has ended");
        }
    }

    /** Whether this SQL may be said here and now. */
    void requireOpenFor(String sql) throws SQLException {
        requireAlive();
        SqlGuard.check(sql, kind);
    }

    boolean hasEnded() {
        return ended;
    }

    /**
     * Writes what the entity managers and the parts hold, then commits once for all.
     *
     * @return the parts to be told so; none when nothing was committed
     */
    Collection<UnitPart> commit() throws SQLException {
        if (!isWriting()) {
            return List.of();
        }
        requireNotDoomed();
        for (EntityManager entities : entityManagers.values()) {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().commit();
            }
        }
        if (rollbackOnly) {
            raw.rollback();
            return List.of();
        }
        for (UnitPart part : parts.values()) {
            part.beforeCommit(guarded);
        }
        raw.commit();
        return List.copyOf(parts.values());
    }

    private void requireNotDoomed() {
        if (doom != null) {
            throw new IllegalStateException("nothing of this can be committed: " + doom);
        }
    }

    void rollback() throws SQLException {
        if (isWriting()) {
            raw.rollback();
        }
    }

    /**
     * Cuts the connection, from any thread: nobody waits for this work any more. What it is doing
     * fails, and the connection does not go back to the pool.
     */
    public void abandon() {
        try {
            raw.abort(Runnable::run);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (NullPointerException e) {
            // So Liberty answers when the work has just ended and given its connection back.
            LOG.debug("nothing is left to be cut in {}", space, e);
        }
    }

    /** Ends the unit: whatever was handed out is dead from now on. */
    void end() {
        ended = true;
        for (EntityManager entities : entityManagers.values()) {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
        entityManagers.clear();
    }
}

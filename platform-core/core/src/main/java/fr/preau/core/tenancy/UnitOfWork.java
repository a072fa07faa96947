package fr.preau.core.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's request at one collège (or at the platform): one connection in that space, and the
 * entity managers that work on it.
 *
 * <p>Its life: {@link UnitsOfWork} takes a connection from the pool, puts it into the space, runs
 * the work, commits or rolls back once for everything that took part, and gives the connection
 * back. Nothing that was handed out works afterwards.
 */
public final class UnitOfWork {

    private final DatabaseSpace space;
    private final UnitKind kind;
    private final Connection raw;
    private final Connection guarded;
    private final Map<EntityManagerFactory, EntityManager> entityManagers = new IdentityHashMap<>();
    private int statements;
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

    void countStatement() {
        statements++;
    }

    void markRollbackOnly() {
        rollbackOnly = true;
    }

    private boolean isWriting() {
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

    /** Writes what the entity managers hold, then commits once for all. */
    void commit() throws SQLException {
        for (EntityManager entities : entityManagers.values()) {
            if (isWriting() && entities.getTransaction().isActive()) {
                entities.getTransaction().commit();
            }
        }
        if (isWriting()) {
            if (rollbackOnly) {
                raw.rollback();
            } else {
                raw.commit();
            }
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

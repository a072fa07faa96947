package fr.preau.core.tenancy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;

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
    private final boolean writing;
    private final Connection raw;
    private final Connection guarded;
    private final Map<EntityManagerFactory, EntityManager> entityManagers = new IdentityHashMap<>();
    private int statements;
    private boolean rollbackOnly;
    private boolean ended;

    UnitOfWork(DatabaseSpace space, boolean writing, Connection raw) {
        this.space = space;
        this.writing = writing;
        this.raw = raw;
        this.guarded = ConnectionGuard.guard(this, raw);
    }

    public DatabaseSpace space() {
        return space;
    }

    /** The connection, for statements that read and write rows; closing it does nothing. */
    public Connection connection() {
        return guarded;
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
                    if (writing) {
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

    void requireOpen() {
        if (ended) {
            throw new IllegalStateException("the unit of work in " + space + " has ended");
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Writes what the entity managers hold, then commits once for all. */
    void commit() throws SQLException {
        for (EntityManager entities : entityManagers.values()) {
            if (writing && entities.getTransaction().isActive()) {
                entities.getTransaction().commit();
            }
        }
        if (writing) {
            if (rollbackOnly) {
                raw.rollback();
            } else {
                raw.commit();
            }
        }
    }

    void rollback() throws SQLException {
        if (writing) {
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

package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work in one space of the database, and only there.
 *
 * <p>A thread has at most one unit of work at a time: asking for a second one, even in the same
 * space, is a mistake and fails, so that one transaction can never serve two collèges.
 */
public final class UnitsOfWork {

    /** Work inside a space. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T in(UnitOfWork unit) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(UnitsOfWork.class);

    /** Two who wait for each other once are rarely in each other's way again. */
    private static final int TRIES = 3;

    private final DataSource collegePool;
    private final DataSource platformPool;

    private final ThreadLocal<@Nullable UnitOfWork> current = new ThreadLocal<>();

    /** Units of work of all spaces on one pool. */
    public UnitsOfWork(DataSource pool) {
        this(pool, pool);
    }

    /**
     * @param collegePool for the collèges
     * @param platformPool for the platform, which every request asks first: its connections stay in
     *     its space
     */
    public UnitsOfWork(DataSource collegePool, DataSource platformPool) {
        this.collegePool = collegePool;
        this.platformPool = platformPool;
    }

    /**
     * Refuses a pool on which a collège could reach another one: whose driver prepares statements
     * on the server or takes several at once, or whose user has rights without a role.
     */
    public void requireClientPreparedStatements() {
        requireSafe(collegePool);
        requireSafe(platformPool);
    }

    private static void requireSafe(DataSource pool) {
        try {
            Connection connection = pool.getConnection();
            try {
                PoolCheck.check(connection);
            } finally {
                Checkout.discard(connection);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Work that changes nothing. */
    public <T extends @Nullable Object> T read(DatabaseSpace space, Work<T> work) {
        return run(space, UnitKind.READING, work);
    }

    /** Work that is one transaction: all of it is on disk when this returns, or none of it. */
    public <T extends @Nullable Object> T write(DatabaseSpace space, Work<T> work) {
        return run(space, UnitKind.WRITING, work);
    }

    /**
     * Work that is one transaction, and is done anew from its beginning when the database takes it
     * back so that another one, which waits for it, can go on.
     *
     * @param work that leaves nothing behind but rows
     */
    public <T extends @Nullable Object> T writeAnew(DatabaseSpace space, Work<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return write(space, work);
            } catch (RuntimeException e) {
                if (tries == TRIES || !DatabaseFailure.isDeadlock(e)) {
                    throw e;
                }
                LOG.info("work in {} gave way to another one and is done anew", space);
            }
        }
    }

    /**
     * A transaction of its own in the midst of other work, such as a note of how that work goes.
     */
    public <T extends @Nullable Object> T writeApart(DatabaseSpace space, Work<T> work) {
        UnitOfWork outer = current.get();
        current.remove();
        try {
            return write(space, work);
        } finally {
            if (outer != null) {
                current.set(outer);
            }
        }
    }

    /** The unit of work of this thread. */
    public UnitOfWork current() {
        UnitOfWork unit = current.get();
        if (unit == null) {
            throw new IllegalStateException(
                    "no unit of work: data can only be reached for a collège, inside a request");
        }
        return unit;
    }

    /**
     * Does a part of a unit of work on another thread, while the thread that began it waits.
     *
     * @param unit of the thread that waits
     */
    public <T extends @Nullable Object> T lent(UnitOfWork unit, Supplier<T> part) {
        current.set(unit);
        int before = unit.statements();
        try {
            return part.get();
        } finally {
            current.remove();
            StatementTally.add(unit.tally(unit.statements() - before));
        }
    }

    private <T extends @Nullable Object> T run(DatabaseSpace space, UnitKind kind, Work<T> work) {
        UnitOfWork outer = current.get();
        if (outer != null) {
            throw new IllegalStateException(
                    "a unit of work in " + outer.space() + " is open; none may begin in " + space);
        }
        Collection<UnitPart> committed = new ArrayList<>();
        T result = runIn(space, kind, work, committed);
        committed.forEach(UnitsOfWork::tell);
        return result;
    }

    private <T extends @Nullable Object> T runIn(
            DatabaseSpace space, UnitKind kind, Work<T> work, Collection<UnitPart> committed) {
        try (Checkout checkout = checkOut(space, kind)) {
            UnitOfWork unit = new UnitOfWork(space, kind, checkout.connection());
            current.set(unit);
            try {
                GivenUp.begun(unit);
                T result = work.in(unit);
                committed.addAll(unit.commit());
                return result;
            } catch (Throwable failure) {
                checkout.rollBack(unit, failure);
                throw failure;
            } finally {
                current.remove();
                unit.end();
                StatementTally.add(unit.untallied());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** What was committed stays so, whatever becomes of what follows. */
    private static void tell(UnitPart part) {
        try {
            part.afterCommit();
        } catch (RuntimeException e) {
            LOG.error("something could not be done after a commit", e);
        }
    }

    private Checkout checkOut(DatabaseSpace space, UnitKind kind) throws SQLException {
        DataSource pool = space.equals(DatabaseSpace.platform()) ? platformPool : collegePool;
        Connection connection = connect(pool);
        try {
            enter(connection, space);
            if (kind == UnitKind.WRITING) {
                connection.setAutoCommit(false);
            }
            return new Checkout(connection, kind);
        } catch (SQLException | RuntimeException e) {
            Checkout.discard(connection);
            throw e;
        }
    }

    private static Connection connect(DataSource pool) {
        try {
            return GivenUp.connect(pool);
        } catch (SQLException e) {
            throw new NoConnection(e);
        }
    }

    /**
     * Puts a connection into a space. Switching costs as much as a small query, so one that is
     * there already stays.
     *
     * <p>Whether it is there, the driver knows without asking: MariaDB tells it of every change of
     * schema. The role is always set before the schema, nobody else can change either (see {@link
     * SqlGuard}), and a connection whose switch failed is thrown away: so the schema says the role.
     */
    private static void enter(Connection connection, DatabaseSpace space) throws SQLException {
        if (space.name().equals(connection.getCatalog())) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // As one batch the driver sends all without waiting in between.
            statement.addBatch("SET ROLE `" + space.name() + "`");
            statement.addBatch("USE `" + space.name() + "`");
            // The number that the other collège inserted last.
            statement.addBatch("SET last_insert_id = 0");
            statement.executeBatch();
        }
    }

    /** A connection taken from the pool, in its space, that goes back clean or not at all. */
    private record Checkout(Connection connection, UnitKind kind) implements AutoCloseable {

        void rollBack(UnitOfWork unit, Throwable failure) {
            try {
                unit.rollback();
            } catch (SQLException | RuntimeException e) {
                failure.addSuppressed(e);
                discard(connection);
            }
        }

        @Override
        public void close() throws SQLException {
            if (connection.isClosed()) {
                return;
            }
            try {
                if (kind == UnitKind.WRITING) {
                    connection.setAutoCommit(true);
                }
                connection.close();
            } catch (SQLException | RuntimeException e) {
                discard(connection);
                throw e;
            }
        }

        /** Throws the physical connection away: its state is not known any more. */
        private static void discard(Connection connection) {
            try {
                connection.abort(Runnable::run);
                connection.close();
            } catch (SQLException e) {
                // It is gone already, which is all that was wanted.
                LOG.debug("connection could not be aborted", e);
            }
        }
    }
}

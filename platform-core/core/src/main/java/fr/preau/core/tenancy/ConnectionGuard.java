package fr.preau.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection that stays inside its unit of work: it reads and writes rows, and its transaction,
 * its role and its end are not the caller's. {@code prepareCall} is missing on purpose: a stored
 * procedure could change the role. So is {@code getMetaData}, which leads back to the connection.
 */
final class ConnectionGuard implements InvocationHandler {

    private static final Set<String> HARMLESS =
            Set.of(
                    "isValid",
                    "getAutoCommit",
                    "getWarnings",
                    "clearWarnings",
                    "nativeSQL",
                    "getTransactionIsolation",
                    "isReadOnly",
                    "createBlob",
                    "createClob",
                    "createNClob",
                    "getHoldability",
                    "getNetworkTimeout");

    private final UnitOfWork unit;
    private final Connection raw;
    private final SqlCheck sql;

    private ConnectionGuard(UnitOfWork unit, Connection raw, SqlCheck sql) {
        this.unit = unit;
        this.raw = raw;
        this.sql = sql;
    }

    static Connection guard(UnitOfWork unit, Connection raw, SqlCheck sql) {
        return Guarded.proxy(Connection.class, new ConnectionGuard(unit, raw, sql));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        switch (name) {
            case "prepareStatement" -> {
                sql.check(sqlOf(arguments));
                return guarded(PreparedStatement.class, self, method, arguments);
            }
            case "createStatement" -> {
                unit.requireAlive();
                return guarded(Statement.class, self, method, arguments);
            }
            // The unit of work commits once for everything that took part in it.
            case "close", "commit", "setAutoCommit", "setReadOnly", "setTransactionIsolation" -> {
                return null;
            }
            case "rollback" -> {
                unit.markRollbackOnly();
                return null;
            }
            case "isClosed" -> {
                return unit.hasEnded();
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            case "equals" -> {
                return Guarded.isSame(self, arguments);
            }
            case "toString" -> {
                return "connection in " + unit.space();
            }
            default -> {
                if (HARMLESS.contains(name)) {
                    unit.requireAlive();
                    return Guarded.call(raw, method, arguments);
                }
                throw Guarded.refused(method);
            }
        }
    }

    private <T extends Statement> T guarded(
            Class<T> type, Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Object statement =
                Objects.requireNonNull(
                        Guarded.call(raw, method, arguments), "the driver made no statement");
        return Guarded.proxy(type, new StatementGuard(unit, self, (Statement) statement, sql));
    }

    static String sqlOf(Object @Nullable [] arguments) throws SQLException {
        if (arguments == null || !(arguments[0] instanceof String sql)) {
            throw new SQLFeatureNotSupportedException("a statement needs its SQL");
        }
        return sql;
    }
}

package fr.preau.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
 * procedure could change the role.
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

    private ConnectionGuard(UnitOfWork unit, Connection raw) {
        this.unit = unit;
        this.raw = raw;
    }

    static Connection guard(UnitOfWork unit, Connection raw) {
        return proxy(Connection.class, new ConnectionGuard(unit, raw));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        ConnectionGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        switch (name) {
            case "prepareStatement" -> {
                requireOpen();
                SqlGuard.check(sqlOf(arguments));
                PreparedStatement statement =
                        (PreparedStatement) made(call(raw, method, arguments));
                return proxy(PreparedStatement.class, new StatementGuard(self, statement));
            }
            case "createStatement" -> {
                requireOpen();
                Statement statement = (Statement) made(call(raw, method, arguments));
                return proxy(Statement.class, new StatementGuard(self, statement));
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
                return arguments != null && self == arguments[0];
            }
            case "toString" -> {
                return "connection in " + unit.space();
            }
            default -> {
                if (HARMLESS.contains(name)) {
                    requireOpen();
                    return call(raw, method, arguments);
                }
                throw new SQLFeatureNotSupportedException(
                        "Connection." + name + " is not open to a unit of work");
            }
        }
    }

    private void requireOpen() throws SQLException {
        if (unit.hasEnded()) {
            throw new SQLException("the unit of work in " + unit.space() + " has ended");
        }
    }

    private static String sqlOf(Object @Nullable [] arguments) throws SQLException {
        if (arguments == null || !(arguments[0] instanceof String sql)) {
            throw new SQLFeatureNotSupportedException("a statement needs its SQL");
        }
        return sql;
    }

    private static Object made(@Nullable Object statement) {
        return Objects.requireNonNull(statement, "the driver made no statement");
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A statement that checks its SQL, counts itself and gives away no other connection. */
    private final class StatementGuard implements InvocationHandler {

        private final Object connection;
        private final Statement raw;

        StatementGuard(Object connection, Statement raw) {
            this.connection = connection;
            this.raw = raw;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.startsWith("execute") || name.equals("addBatch")) {
                requireOpen();
                if (arguments != null && arguments.length > 0) {
                    SqlGuard.check(sqlOf(arguments));
                }
                if (name.startsWith("execute")) {
                    unit.countStatement();
                }
            }
            return switch (name) {
                case "getConnection" -> connection;
                case "unwrap" ->
                        throw new SQLFeatureNotSupportedException(
                                "Statement.unwrap is not open to a unit of work");
                case "isWrapperFor" -> false;
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> arguments != null && self == arguments[0];
                default -> call(raw, method, arguments);
            };
        }
    }
}

package fr.preau.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement that checks its SQL, counts itself and gives away no other connection. */
final class StatementGuard implements InvocationHandler {

    private final UnitOfWork unit;
    private final Object connection;
    private final Statement raw;
    private final SqlCheck sql;

    StatementGuard(UnitOfWork unit, Object connection, Statement raw, SqlCheck sql) {
        this.unit = unit;
        this.connection = connection;
        this.raw = raw;
        this.sql = sql;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "getConnection" -> connection;
            // To describe a statement, the driver prepares it on the server and keeps that.
            case "unwrap", "getMetaData", "getParameterMetaData" -> throw Guarded.refused(method);
            case "isWrapperFor" -> false;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> Guarded.isSame(self, arguments);
            case "close", "isClosed", "toString" -> Guarded.call(raw, method, arguments);
            default -> guarded(self, method, arguments);
        };
    }

    private @Nullable Object guarded(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        boolean executes = name.startsWith("execute");
        if ((executes || name.equals("addBatch")) && arguments != null && arguments.length > 0) {
            sql.check(ConnectionGuard.sqlOf(arguments));
        } else {
            unit.requireAlive();
        }
        if (executes) {
            unit.countStatement();
        }
        Object result = Guarded.call(raw, method, arguments);
        return result instanceof ResultSet rows
                ? Guarded.proxy(ResultSet.class, new RowsGuard(unit, self, rows))
                : result;
    }
}

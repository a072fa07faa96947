package fr.preau.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement, to be read while their unit of work lasts. They are not changed in
 * place: the driver would do so with statements of its own, which nobody checks.
 */
final class RowsGuard implements InvocationHandler {

    private final UnitOfWork unit;
    private final Object statement;
    private final ResultSet raw;

    RowsGuard(UnitOfWork unit, Object statement, ResultSet raw) {
        this.unit = unit;
        this.statement = statement;
        this.raw = raw;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        return switch (name) {
            case "getStatement" -> statement;
            case "unwrap", "insertRow", "deleteRow", "moveToInsertRow" ->
                    throw Guarded.refused(method);
            case "isWrapperFor" -> false;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> Guarded.isSame(self, arguments);
            case "close", "isClosed", "toString" -> Guarded.call(raw, method, arguments);
            default -> {
                if (name.startsWith("update")) {
                    throw Guarded.refused(method);
                }
                unit.requireAlive();
                yield Guarded.call(raw, method, arguments);
            }
        };
    }
}

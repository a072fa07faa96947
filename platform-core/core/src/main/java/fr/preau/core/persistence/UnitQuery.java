package fr.preau.core.persistence;

import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of a module: it works in the unit of work it was made in, and neither it nor what it
 * returns leads to EclipseLink's own query, session or cursor.
 */
final class UnitQuery implements InvocationHandler {

    private final Query raw;
    private final UnitsOfWork units;
    private final UnitOfWork unit;

    private UnitQuery(Query raw, UnitsOfWork units, UnitOfWork unit) {
        this.raw = raw;
        this.units = units;
        this.unit = unit;
    }

    static Query of(Query raw, UnitsOfWork units, UnitOfWork unit) {
        Class<?> type = raw instanceof TypedQuery<?> ? TypedQuery.class : Query.class;
        return (Query)
                Proxy.newProxyInstance(
                        UnitQuery.class.getClassLoader(),
                        new Class<?>[] {type},
                        new UnitQuery(raw, units, unit));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "query in " + unit.space();
            case "unwrap" ->
                    throw new PersistenceException("Query.unwrap is not open to a unit of work");
            // EclipseLink would keep a cursor open, and the rows are in memory all the same.
            case "getResultStream" -> list().stream();
            default -> {
                if (method.getName().equals("setHint") && arguments != null) {
                    EntityRules.checkHint(String.valueOf(arguments[0]));
                }
                Object result = call(method, arguments);
                // Methods that set something return the query, to be chained.
                yield result == raw ? self : result;
            }
        };
    }

    private List<?> list() {
        requireItsUnit();
        return raw.getResultList();
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        requireItsUnit();
        try {
            return method.invoke(raw, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void requireItsUnit() {
        if (units.current() != unit) {
            throw new IllegalStateException(
                    "the query was made in another unit of work, in " + unit.space());
        }
    }
}

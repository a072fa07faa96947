package fr.preau.core.persistence;

import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entity manager that a module holds for ever: each call goes to the one of the current unit of
 * work, and nothing on it leads out of that unit.
 */
public final class CurrentEntityManager implements InvocationHandler {

    /** Stored procedures are among them because a procedure could change the role. */
    private static final Set<String> NOT_THE_CALLERS =
            Set.of(
                    "unwrap",
                    "getDelegate",
                    "getEntityManagerFactory",
                    "getTransaction",
                    "joinTransaction",
                    "close",
                    "setProperty",
                    "getProperties",
                    "createStoredProcedureQuery",
                    "createNamedStoredProcedureQuery");

    private final UnitsOfWork units;
    private final Supplier<EntityManagerFactory> factory;

    private CurrentEntityManager(UnitsOfWork units, Supplier<EntityManagerFactory> factory) {
        this.units = units;
        this.factory = factory;
    }

    public static EntityManager of(UnitsOfWork units, Supplier<EntityManagerFactory> factory) {
        return (EntityManager)
                Proxy.newProxyInstance(
                        CurrentEntityManager.class.getClassLoader(),
                        new Class<?>[] {EntityManager.class},
                        new CurrentEntityManager(units, factory));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return switch (name) {
                case "equals" -> arguments != null && self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> "entity manager of the current unit of work";
            };
        }
        if (NOT_THE_CALLERS.contains(name)) {
            throw new PersistenceException(
                    "EntityManager."
                            + name
                            + " is not a module's: the host opens and ends the work");
        }
        checkHints(arguments);
        UnitOfWork unit = units.current();
        EntityManager entities = unit.entityManager(factory.get());
        try {
            Object result = method.invoke(entities, arguments);
            if (result instanceof Query query) {
                MadeObjects.check(query, factory.get());
                return UnitQuery.of(query, units, unit);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Those of {@code find}, {@code refresh} and {@code lock} come in a map. */
    private static void checkHints(Object @Nullable [] arguments) {
        if (arguments == null) {
            return;
        }
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> hints) {
                hints.keySet().forEach(hint -> EntityRules.checkHint(String.valueOf(hint)));
            }
        }
    }
}

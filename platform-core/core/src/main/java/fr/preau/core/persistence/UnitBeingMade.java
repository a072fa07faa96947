package fr.preau.core.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a persistence unit that is being made, when there is no collège yet:
 * EclipseLink opens one to see that it can, and asks nothing on it.
 */
final class UnitBeingMade implements InvocationHandler {

    private UnitBeingMade() {}

    static Connection connection() {
        return (Connection)
                Proxy.newProxyInstance(
                        UnitBeingMade.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new UnitBeingMade());
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
            throws SQLFeatureNotSupportedException {
        return switch (method.getName()) {
            case "close" -> null;
            case "isClosed" -> false;
            case "getAutoCommit" -> true;
            case "equals" -> arguments != null && self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "connection of a persistence unit that is being made";
            default ->
                    throw new SQLFeatureNotSupportedException(
                            "there is no collège while a persistence unit is made");
        };
    }
}

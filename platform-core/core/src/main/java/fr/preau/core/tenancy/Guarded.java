package fr.preau.core.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/** What the guards of connections, statements and rows have in common. */
final class Guarded {

    private Guarded() {}

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        Guarded.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    static boolean isSame(Object self, Object @Nullable [] arguments) {
        return arguments != null && self == arguments[0];
    }

    static SQLFeatureNotSupportedException refused(Method method) {
        return new SQLFeatureNotSupportedException(
                method.getDeclaringClass().getSimpleName()
                        + "."
                        + method.getName()
                        + " is not open to a unit of work");
    }
}

package fr.preau.core.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A pool in whose connections something happens just before a statement of the test's choice. */
public final class TroubledPool {

    /** What happens; a thrown exception is the statement's. */
    @FunctionalInterface
    public interface Trouble {
        void happen() throws Exception;
    }

    private record Armed(String sql, Trouble trouble) {}

    private final DataSource pool;
    private volatile @Nullable Armed armed;

    public TroubledPool(DataSource pool) {
        this.pool = pool;
    }

    /** From now on, at each statement that contains this text. */
    public void at(String sql, Trouble trouble) {
        armed = new Armed(sql, trouble);
    }

    /** At the next statement that contains this text, and not again. */
    public void onceAt(String sql, Trouble trouble) {
        at(
                sql,
                () -> {
                    calm();
                    trouble.happen();
                });
    }

    public void calm() {
        armed = null;
    }

    /** The pool, for whatever is to be tested. */
    public DataSource dataSource() {
        return proxy(
                DataSource.class,
                (self, method, arguments) ->
                        call(pool, method, arguments) instanceof Connection connection
                                ? troubled(connection)
                                : null);
    }

    private Connection troubled(Connection connection) {
        return proxy(
                Connection.class,
                (self, method, arguments) -> {
                    Armed now = armed;
                    if (now != null
                            && method.getName().equals("prepareStatement")
                            && String.valueOf(arguments[0]).contains(now.sql())) {
                        now.trouble().happen();
                    }
                    return call(connection, method, arguments);
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        TroubledPool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}

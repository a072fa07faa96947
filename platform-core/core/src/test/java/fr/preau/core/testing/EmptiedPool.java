package fr.preau.core.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A pool whose connections are all taken while a test says so. */
public final class EmptiedPool {

    private final DataSource pool;
    private volatile boolean empty;
    private volatile long patience;
    private final AtomicBoolean once = new AtomicBoolean();

    public EmptiedPool(DataSource pool) {
        this.pool = pool;
    }

    /** From now on, whoever asks for a connection waits so long, in milliseconds, in vain. */
    public void empty(long millis) {
        patience = millis;
        empty = true;
    }

    /** For whoever asks next, and not again. */
    public void emptyOnce() {
        once.set(true);
    }

    /** There are connections again. */
    public void fill() {
        empty = false;
    }

    /** The pool, for whatever is to be tested. */
    public DataSource dataSource() {
        return (DataSource)
                Proxy.newProxyInstance(
                        EmptiedPool.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (self, method, arguments) -> {
                            if (method.getName().equals("getConnection")
                                    && (empty || once.getAndSet(false))) {
                                waitInVain();
                            }
                            try {
                                return method.invoke(pool, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        });
    }

    private void waitInVain() throws SQLTransientConnectionException {
        long end = System.nanoTime() + patience * 1_000_000;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        throw new SQLTransientConnectionException("all connections are taken");
    }
}

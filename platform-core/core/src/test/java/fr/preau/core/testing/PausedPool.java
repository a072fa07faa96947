package fr.preau.core.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool that holds one thread back just after its first work with the database, so that a test can
 * do something else at exactly that moment.
 */
public final class PausedPool {

    private static final long LONGEST_SECONDS = 20;

    private final DataSource pool;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile @Nullable Thread slow;

    public PausedPool(DataSource pool) {
        this.pool = pool;
    }

    /** The pool, for whatever is to be tested. */
    public DataSource dataSource() {
        return proxy(DataSource.class, pool, this::guarded);
    }

    /**
     * Starts work on a thread of its own and returns once it has given its first connection back.
     */
    public Thread startAndHold(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "held back");
        slow = thread;
        thread.start();
        if (!reached.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the work never used the database");
        }
        return thread;
    }

    /** Lets it go on, and waits until it has ended. */
    public void letGo() throws InterruptedException {
        goOn.countDown();
        Thread thread = slow;
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
        }
    }

    private @Nullable Object guarded(Method method, @Nullable Object result) {
        if (method.getName().equals("getConnection") && result instanceof Connection connection) {
            return proxy(Connection.class, connection, this::pause);
        }
        return result;
    }

    private @Nullable Object pause(Method method, @Nullable Object result) throws SQLException {
        if (method.getName().equals("close")
                && Thread.currentThread() == slow
                && reached.getCount() > 0) {
            reached.countDown();
            try {
                goOn.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        }
        return result;
    }

    private interface After {
        @Nullable Object seen(Method method, @Nullable Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(
                Proxy.newProxyInstance(
                        PausedPool.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return after.seen(method, method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        }));
    }
}

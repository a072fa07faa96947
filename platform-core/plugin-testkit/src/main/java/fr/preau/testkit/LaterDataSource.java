package fr.preau.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Connections of a database that is still starting: whoever asks for one waits. */
final class LaterDataSource {

    private LaterDataSource() {}

    static DataSource of(CompletableFuture<? extends DataSource> starting) {
        return (DataSource)
                Proxy.newProxyInstance(
                        LaterDataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (self, method, arguments) -> {
                            try {
                                return method.invoke(starting.join(), arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        });
    }
}

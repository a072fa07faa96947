package fr.preau.core.directory;

import fr.preau.core.imports.CollegeDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/** A persistence unit of the directory's entities that counts the statements it prepares. */
final class CountingUnit implements AutoCloseable {

    private final AtomicInteger statements = new AtomicInteger();
    private final CollegeDatabase database;
    private final String schema;
    private @Nullable EntityManagerFactory factory;

    CountingUnit(CollegeDatabase database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    EntityManager entityManager() {
        EntityManagerFactory made = factory;
        if (made == null) {
            made =
                    new PersistenceProvider()
                            .createContainerEntityManagerFactory(
                                    info(),
                                    Map.of(
                                            "eclipselink.weaving", "false",
                                            "eclipselink.cache.shared.default", "false",
                                            "eclipselink.target-database",
                                                    "org.eclipse.persistence.platform.database"
                                                            + ".MariaDBPlatform",
                                            "eclipselink.ddl-generation", "none",
                                            "eclipselink.logging.level", "WARNING"));
            factory = made;
        }
        return made.createEntityManager();
    }

    int statements() {
        return statements.get();
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }

    private PersistenceUnitInfo info() {
        List<String> classes = JpaDirectory.entities().stream().map(Class::getName).toList();
        return proxy(
                PersistenceUnitInfo.class,
                (method, arguments) ->
                        switch (method.getName()) {
                            case "getPersistenceUnitName" -> "directory-" + schema;
                            case "getTransactionType" ->
                                    PersistenceUnitTransactionType.RESOURCE_LOCAL;
                            case "getNonJtaDataSource" -> dataSource();
                            case "getManagedClassNames" -> classes;
                            case "getMappingFileNames", "getJarFileUrls" -> List.of();
                            case "getPersistenceUnitRootUrl" ->
                                    CountingUnit.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation();
                            case "excludeUnlistedClasses" -> true;
                            case "getProperties" -> new Properties();
                            case "getClassLoader", "getNewTempClassLoader" ->
                                    CountingUnit.class.getClassLoader();
                            default -> null;
                        });
    }

    private DataSource dataSource() {
        return proxy(
                DataSource.class,
                (method, arguments) ->
                        method.getName().equals("getConnection")
                                ? counting(database.connect(schema))
                                : null);
    }

    private Connection counting(Connection raw) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(raw, arguments);
                });
    }

    private interface Behaviour {
        @Nullable Object call(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(
                Proxy.newProxyInstance(
                        CountingUnit.class.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return behaviour.call(method, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause() == null ? e : e.getCause();
                            }
                        }));
    }
}

package fr.preau.core.persistence;

import fr.preau.core.persistence.tables.OwnTables;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.cdi.DisabledInjectionManager;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes an EclipseLink persistence unit that works on the unit of work of the current request, with
 * the classes of the core or of a bundle.
 */
public final class PersistenceUnits {

    /**
     * Converters and listeners are made by EclipseLink itself. CDI would inject into them, and Weld
     * would then keep their classes, and the class loader of their bundle, for as long as the
     * application runs.
     */
    private static final SessionCustomizer WITHOUT_CDI =
            session ->
                    ((AbstractSession) session)
                            .setInjectionManager(new DisabledInjectionManager<>());

    private static final AtomicLong MADE = new AtomicLong();

    private final UnitsOfWork units;

    public PersistenceUnits(UnitsOfWork units) {
        this.units = units;
    }

    /**
     * A factory that must be closed: EclipseLink keeps every open one, and with it the class
     * loader, in a static map.
     *
     * @param name what messages call it
     * @param tables what its entities and its SQL may name
     * @throws IllegalArgumentException when a class says what one unit for all collèges can't do,
     *     or names a table of others
     */
    public EntityManagerFactory create(
            String name, OwnTables tables, ClassLoader loader, List<String> classes) {
        EntityRules.check(loader, classes);
        UnitDataSource connections = new UnitDataSource(units, tables.rule());
        EntityManagerFactory factory =
                make(
                        new DescribedUnit(
                                unique(name), new UnitClasses(loader), classes, connections));
        try {
            MappedTables.check(factory, tables);
            MappedValues.check(factory);
            connections.made();
            return factory;
        } catch (RuntimeException e) {
            factory.close();
            throw e;
        }
    }

    /** EclipseLink finds units by their names, for all hosts of a JVM at once. */
    private static String unique(String name) {
        return name + "-" + MADE.incrementAndGet();
    }

    private static EntityManagerFactory make(DescribedUnit unit) {
        String name = unit.getPersistenceUnitName();
        EntityManagerFactory factory =
                new PersistenceProvider()
                        .createContainerEntityManagerFactory(
                                unit,
                                Map.of(
                                        "eclipselink.target-database",
                                        "org.eclipse.persistence.platform.database.MariaDBPlatform",
                                        // No shared cache: its entries would not know their
                                        // collège.
                                        "eclipselink.cache.shared.default",
                                        "false",
                                        "eclipselink.weaving",
                                        "false",
                                        "eclipselink.session-name",
                                        name,
                                        "eclipselink.logging.level",
                                        "WARNING",
                                        "eclipselink.jdbc.batch-writing",
                                        "JDBC",
                                        "eclipselink.ddl-generation",
                                        "none",
                                        "eclipselink.session.customizer",
                                        WITHOUT_CDI));
        if (factory == null) {
            throw new IllegalStateException("EclipseLink did not take the unit " + name);
        }
        return factory;
    }
}

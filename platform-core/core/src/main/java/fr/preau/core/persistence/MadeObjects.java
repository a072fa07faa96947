package fr.preau.core.persistence;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Query;
import java.util.List;
import org.eclipse.persistence.internal.queries.ReportItem;
import org.eclipse.persistence.queries.ConstructorReportItem;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Of which classes the rows of a query become objects, whether JPQL, a named query or criteria say
 * so; criteria take the class itself, which no class loader is asked for.
 */
final class MadeObjects {

    private MadeObjects() {}

    /**
     * @throws SecurityException for a class that is not for the module to make
     */
    static void check(Query query, EntityManagerFactory factory) {
        if (query.unwrap(DatabaseQuery.class) instanceof ReportQuery report) {
            check(report.getItems(), classes(factory));
        }
    }

    private static void check(List<ReportItem> items, UnitClasses classes) {
        for (ReportItem item : items) {
            if (item instanceof ConstructorReportItem made) {
                classes.requireMayBeMade(made.getResultType());
                check(made.getReportItems(), classes);
            }
        }
    }

    private static UnitClasses classes(EntityManagerFactory factory) {
        ServerSession session = factory.unwrap(ServerSession.class);
        return (UnitClasses) session.getPlatform().getConversionManager().getLoader();
    }
}

package fr.preau.communication.circulars;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Counts of the last twelve months, in one statement. */
final class Statistics {

    private final EntityManager entities;
    private final Clock clock;

    Statistics(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    StatisticsPage page() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<?> rows =
                entities.createNamedQuery("Circular.statistics")
                        .setParameter(1, now.minusMonths(12))
                        .getResultList();
        List<StatisticsPage.Month> months = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            months.add(
                    new StatisticsPage.Month(
                            String.valueOf(columns[0]),
                            number(columns[1]),
                            number(columns[2]),
                            number(columns[3]),
                            number(columns[4])));
        }
        return new StatisticsPage(months);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}

package fr.preau.portal.server;

import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Measures the imports that this node has done: how each ended, and how long it took. */
final class MeasuredImports {

    /** How an import ends. */
    enum End {
        DONE,
        REFUSED,
        FAILED
    }

    private final MetricRegistry metrics;

    MeasuredImports(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    void ended(End end, Duration took) {
        metrics.timer("preau_imports", new Tag("end", end.name().toLowerCase(Locale.ROOT)))
                .update(took);
    }

    void wrote(int rows) {
        metrics.counter("preau_import_rows").inc(rows);
    }
}

package fr.preau.portal.server;

import fr.preau.core.imports.ImportWatch;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Measures the imports that this node has done: how each ended, and how long it took. */
final class MeasuredImports implements ImportWatch {

    private final MetricRegistry metrics;

    MeasuredImports(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void done(Duration took, int rowsWritten) {
        ended("done", took);
        metrics.counter("preau_import_rows").inc(rowsWritten);
    }

    @Override
    public void refused(Duration took) {
        ended("refused", took);
    }

    @Override
    public void failed(Duration took) {
        ended("failed", took);
    }

    private void ended(String end, Duration took) {
        metrics.timer("preau_imports", new Tag("end", end)).update(took);
    }
}

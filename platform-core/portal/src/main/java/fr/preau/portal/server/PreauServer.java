package fr.preau.portal.server;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Préau inside Liberty: starts when the application starts, ends with it. */
@ApplicationScoped
public class PreauServer {

    /** As many as there are connections for the collèges. */
    private static final int READERS = 24;

    @Resource(lookup = "jdbc/preau")
    @Nullable DataSource collegePool;

    @Resource(lookup = "jdbc/preau-platform")
    @Nullable DataSource platformPool;

    @Resource(lookup = "jdbc/preau-schema")
    @Nullable DataSource schemaChanges;

    @Resource @Nullable ManagedScheduledExecutorService executor;

    @Resource @Nullable ManagedThreadFactory threads;

    @Inject @Nullable MetricRegistry metrics;

    private static final Logger LOG = LoggerFactory.getLogger(PreauServer.class);

    private final AtomicReference<Preau> running = new AtomicReference<>();

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context)
            throws IOException {
        try {
            running.set(started(context));
        } catch (NotStarted refused) {
            LOG.error("Préau does not start: {}", refused.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("Préau does not start", failure);
        }
    }

    private Preau started(ServletContext context) throws IOException {
        if (collegePool == null
                || platformPool == null
                || schemaChanges == null
                || executor == null
                || threads == null
                || metrics == null) {
            throw new IllegalStateException("Liberty gave no data source");
        }
        MetricRegistry registry = metrics;
        Preau preau =
                Preau.assemble(
                        Settings.from(ConfigProvider.getConfig()),
                        AssetVersion.of(context),
                        collegePool,
                        platformPool,
                        schemaChanges,
                        executor,
                        readers(threads),
                        threads,
                        tenants ->
                                new MeasuredRequests(
                                        registry, slug -> tenants.bySlug(slug).isPresent()),
                        new MeasuredImports(registry));
        try {
            preau.start();
            return preau;
        } catch (RuntimeException failure) {
            preau.close();
            throw failure;
        }
    }

    /**
     * Threads of their own: requests wait for them, so they may not come from the pool that the
     * requests are served from. Who finds none free reads for itself.
     */
    private static ExecutorService readers(ThreadFactory threads) {
        ThreadPoolExecutor readers =
                new ThreadPoolExecutor(
                        READERS,
                        READERS,
                        60,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(READERS * 10),
                        threads,
                        new ThreadPoolExecutor.CallerRunsPolicy());
        readers.allowCoreThreadTimeOut(true);
        return readers;
    }

    /** What runs; nothing when it could not start, and then nothing of Préau answers. */
    public Optional<Preau> running() {
        return Optional.ofNullable(running.get());
    }

    @PreDestroy
    void stop() {
        running().ifPresent(Preau::close);
    }
}

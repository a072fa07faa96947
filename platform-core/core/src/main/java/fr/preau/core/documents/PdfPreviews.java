package fr.preau.core.documents;

import fr.preau.api.document.PdfPreview;
import fr.preau.api.document.PdfPreview.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Draws first pages on threads of its own, so that one which can't be stopped holds nobody up. As
 * long as it goes on it takes a place of {@value #AT_ONCE}, and when all are taken none is drawn.
 */
final class PdfPreviews implements AutoCloseable {

    private static final int AT_ONCE = 2;

    /** A file that people attach has 10 MB at most. */
    private static final int LARGEST = 16_000_000;

    /** For who notices by itself that time is over, in milliseconds. */
    private static final long GRACE = 500;

    private final ExecutorService threads;

    /** Given back before whoever waits goes on: a thread that has just ended keeps nobody out. */
    private final Semaphore places = new Semaphore(AT_ONCE);

    private final Duration time;

    PdfPreviews(ThreadFactory threads, Duration time) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        AT_ONCE,
                        AT_ONCE,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        threads);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
        this.time = time;
    }

    PdfPreview draw(InputStream pdf) throws IOException {
        byte[] bytes = pdf.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            return PdfPreview.none(Reason.TOO_LARGE);
        }
        DocumentFonts.ours();
        if (!places.tryAcquire()) {
            return PdfPreview.none(Reason.BUSY);
        }
        try {
            return awaited(threads.submit(() -> drawn(bytes)));
        } catch (RejectedExecutionException e) {
            places.release();
            return PdfPreview.none(Reason.BUSY);
        }
    }

    private PdfPreview drawn(byte[] bytes) {
        try {
            return new FirstPage(bytes, new Deadline(time, System::nanoTime)).draw();
        } finally {
            places.release();
        }
    }

    private PdfPreview awaited(Future<PdfPreview> drawing) {
        try {
            return drawing.get(time.toMillis() + GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            drawing.cancel(true);
            return PdfPreview.none(Reason.TOO_LARGE);
        } catch (InterruptedException e) {
            drawing.cancel(true);
            Thread.currentThread().interrupt();
            return PdfPreview.none(Reason.BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be drawn", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package fr.preau.core.documents;

import fr.preau.api.document.PdfPreview;
import fr.preau.api.document.PdfPreview.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
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
    private final Duration time;

    PdfPreviews(ThreadFactory threads, Duration time) {
        this.threads =
                new ThreadPoolExecutor(
                        0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        this.time = time;
    }

    PdfPreview draw(InputStream pdf) throws IOException {
        byte[] bytes = pdf.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            return PdfPreview.none(Reason.TOO_LARGE);
        }
        DocumentFonts.ours();
        try {
            return awaited(
                    threads.submit(
                            () ->
                                    new FirstPage(bytes, new Deadline(time, System::nanoTime))
                                            .draw()));
        } catch (RejectedExecutionException e) {
            return PdfPreview.none(Reason.BUSY);
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

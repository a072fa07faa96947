package fr.preau.core.documents;

import fr.preau.api.document.Document;
import fr.preau.api.document.Documents;
import fr.preau.api.document.PdfPreview;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.SchoolCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Documents as modules are given them, of whatever collège this thread works for. */
public final class PdfDocuments implements Documents, AutoCloseable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm", Locale.FRENCH);

    private final Supplier<College> here;
    private final Clock clock;
    private final DrawingLimits limits;
    private final Semaphore turns;
    private final ExecutorService drawers;
    private final PdfPreviews previews;

    /**
     * @param here the collège that this thread works for; fails when there is none
     * @param threads on which documents are drawn, ours and those of strangers
     */
    public PdfDocuments(Supplier<College> here, Clock clock, ThreadFactory threads) {
        this(here, clock, threads, DrawingLimits.USUAL);
    }

    PdfDocuments(Supplier<College> here, Clock clock, ThreadFactory threads, DrawingLimits limits) {
        this.here = here;
        this.clock = clock;
        this.limits = limits;
        this.turns = new Semaphore(limits.atOnce(), true);
        this.drawers = Executors.newCachedThreadPool(threads);
        this.previews = new PdfPreviews(threads, limits.preview());
    }

    @Override
    public byte[] pdf(Document document) {
        College college = here.get();
        long pages = DrawingLimits.pagesOf(document);
        if (pages > limits.pages()) {
            throw refused(413, "too-long", pages);
        }
        takeTurn();
        AtomicBoolean begun = new AtomicBoolean();
        return awaited(submitted(document, college.name(), begun), begun);
    }

    /** On a thread of our own: what drawing takes of memory is not the module's to answer for. */
    private Future<byte[]> submitted(Document document, String college, AtomicBoolean begun) {
        try {
            return drawers.submit(() -> drawn(document, college, begun));
        } catch (RejectedExecutionException e) {
            turns.release();
            throw refused(429, "busy");
        }
    }

    private byte[] drawn(Document document, String college, AtomicBoolean begun) {
        if (begun.getAndSet(true)) {
            throw new TooMuch("time"); // who gave it up has given its turn back
        }
        try {
            return draw(document, college);
        } finally {
            turns.release();
        }
    }

    private byte[] awaited(Future<byte[]> drawing, AtomicBoolean begun) {
        try {
            return drawing.get();
        } catch (InterruptedException e) {
            drawing.cancel(true);
            if (!begun.getAndSet(true)) {
                turns.release();
            }
            Thread.currentThread().interrupt();
            throw refused(429, "busy");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TooMuch) {
                throw refused(413, "too-slow");
            }
            throw new IllegalStateException("a document could not be drawn", e.getCause());
        }
    }

    @Override
    public PdfPreview preview(InputStream pdf) throws IOException {
        return previews.draw(pdf);
    }

    private byte[] draw(Document document, String college) {
        String now = MOMENT.format(clock.instant().atZone(SchoolCalendar.ZONE));
        Deadline deadline = new Deadline(limits.drawing(), System::nanoTime);
        DocumentFonts fonts = DocumentFonts.ours();
        return new PdfDrawing(fonts, deadline)
                .draw(DocumentTree.of(document, fonts, college, DocumentWords.of("below", now)));
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw refused(429, "busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(429, "busy");
        }
    }

    private static Refusal refused(int status, String reason, Object... arguments) {
        return new Refusal(
                status,
                "document-" + reason,
                DocumentWords.of("refused.title"),
                DocumentWords.of("refused." + reason, arguments));
    }

    @Override
    public void close() {
        drawers.shutdownNow();
        previews.close();
    }
}

package fr.preau.core.documents;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import com.openhtmltopdf.pdfboxout.PageSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.text.BreakIterator;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Stops a drawing whose time is over or whose caller has gone. The library never asks by itself;
 * but it asks us for the directions of each paragraph, where each line may be broken, for each
 * page, and to take what it writes.
 */
final class WatchedDrawing {

    private final Deadline deadline;

    WatchedDrawing(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Lets it watch, and returns what the document is written into. */
    ByteArrayOutputStream over(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(Directions::new);
        builder.useUnicodeLineBreaker(new Lines());
        builder.usePageSupplier(pages());
        ByteArrayOutputStream pdf = new Written();
        builder.toStream(pdf);
        return pdf;
    }

    /** As the library makes them itself. */
    private PageSupplier pages() {
        return (PDDocument document, float width, float height, int number, int shadow) -> {
            deadline.check();
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            return page;
        };
    }

    /** Tells writing from right to left from that from left to right. */
    private final class Directions implements BidiSplitter {

        private final BidiSplitter splitter =
                new ICUBidiSplitter.ICUBidiSplitterFactory().createBidiSplitter();

        @Override
        public void setParagraph(String text, byte direction) {
            deadline.check();
            splitter.setParagraph(text, direction);
        }

        @Override
        public int countTextRuns() {
            return splitter.countTextRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return splitter.getVisualRun(run);
        }

        @Override
        public byte getBaseDirection(String text) {
            return splitter.getBaseDirection(text);
        }
    }

    /** Breaks lines as the library does itself. */
    private final class Lines implements FSTextBreaker {

        private final FSTextBreaker breaker =
                new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));

        @Override
        public int next() {
            return breaker.next();
        }

        @Override
        public void setText(String text) {
            deadline.check();
            breaker.setText(text);
        }
    }

    private final class Written extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            deadline.check();
            super.write(bytes, from, length);
        }
    }
}

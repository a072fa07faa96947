package fr.preau.core.documents;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.w3c.dom.Document;

/** Draws a tree of elements as PDF/UA-1 and PDF/A-3a. */
final class PdfDrawing {

    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final DocumentFonts fonts;
    private final Deadline deadline;

    PdfDrawing(DocumentFonts fonts, Deadline deadline) {
        this.fonts = fonts;
        this.deadline = deadline;
    }

    /** Draws it, or fails with {@link TooMuch} when it is not done in time. */
    byte[] draw(Document tree) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        ByteArrayOutputStream pdf = new WatchedDrawing(deadline).over(builder);
        builder.withW3cDocument(tree, null);
        builder.withProducer("Préau");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(COLOURS);
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useFastMode();
        fonts.giveTo(builder);
        closeToTheOutside(builder);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        return pdf.toByteArray();
    }

    /** No address leads anywhere, whatever it names: there is none in our trees anyway. */
    private static void closeToTheOutside(PdfRendererBuilder builder) {
        builder.useUriResolver((base, uri) -> null);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        builder.useProtocolsStreamImplementation(
                uri -> {
                    throw new IllegalStateException("no document reads from outside: " + uri);
                },
                "http",
                "https",
                "file",
                "ftp",
                "jar");
    }
}

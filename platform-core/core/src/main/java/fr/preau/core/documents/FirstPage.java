package fr.preau.core.documents;

import fr.preau.api.document.PdfPreview;
import fr.preau.api.document.PdfPreview.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Draws the first page of a PDF that anybody may have made. */
final class FirstPage {

    /** What a picture is at most, whatever the size of the page. */
    private static final int WIDTH = 600;

    private static final int HEIGHT = 850;

    /** What is unpacked of a document while it is read. */
    private static final long UNPACKED = 64_000_000;

    /** Whatever is wrong with a stranger's document is no matter for the log of the server. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final byte[] pdf;
    private final Deadline deadline;

    FirstPage(byte[] pdf, Deadline deadline) {
        this.pdf = pdf;
        this.deadline = deadline;
    }

    PdfPreview draw() {
        try (PDDocument document =
                Loader.loadPDF(
                        pdf,
                        "",
                        null,
                        null,
                        MemoryUsageSetting.setupMainMemoryOnly(UNPACKED).streamCache)) {
            return PdfPreview.of(png(drawn(document)), document.getNumberOfPages());
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            // Locked for certificates, it would need a library that we don't bring.
            return PdfPreview.none(Reason.LOCKED);
        } catch (TooMuch e) {
            return PdfPreview.none(Reason.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return PdfPreview.none(deadline.isOver() ? Reason.TOO_LARGE : Reason.BROKEN);
        } catch (OutOfMemoryError e) {
            return PdfPreview.none(Reason.TOO_LARGE);
        }
    }

    private BufferedImage drawn(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        PDRectangle box = page.getCropBox();
        boolean sideways = page.getRotation() % 180 != 0;
        float width = sideways ? box.getHeight() : box.getWidth();
        float height = sideways ? box.getWidth() : box.getHeight();
        if (!(width > 0 && height > 0)) {
            throw new IOException("a page without an area");
        }
        float scale = Math.min(WIDTH / width, HEIGHT / height);
        BufferedImage picture =
                new BufferedImage(
                        pixels(width * scale, WIDTH),
                        pixels(height * scale, HEIGHT),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = picture.createGraphics();
        try {
            paper.setBackground(Color.WHITE);
            paper.clearRect(0, 0, picture.getWidth(), picture.getHeight());
            new WatchedRenderer(document, deadline).renderPageToGraphics(0, paper, scale);
        } finally {
            paper.dispose();
        }
        return picture;
    }

    private static int pixels(float size, int most) {
        return Math.max(1, Math.min(most, Math.round(size)));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}

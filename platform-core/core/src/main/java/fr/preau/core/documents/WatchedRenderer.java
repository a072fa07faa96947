package fr.preau.core.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/** Draws pages of strangers: no longer than it may, and no picture of more points than it may. */
final class WatchedRenderer extends PDFRenderer {

    /** What a camera makes; each is read in the size in which it is drawn. */
    private static final long PICTURE = 50_000_000;

    private final Deadline deadline;

    WatchedRenderer(PDDocument document, Deadline deadline) {
        super(document);
        this.deadline = deadline;
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            deadline.check();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            requireSmall(image);
            if (image instanceof PDImageXObject object) {
                requireSmall(object.getSoftMask());
                requireSmall(object.getMask());
            }
            super.drawImage(image);
        }

        private static void requireSmall(@Nullable PDImage image) {
            if (image != null && (long) image.getWidth() * image.getHeight() > PICTURE) {
                throw new TooMuch("points of a picture");
            }
        }
    }
}

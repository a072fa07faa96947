package fr.preau.communication.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture drawn anew for a page: upright, no wider than a page, and without what the camera wrote
 * into it, such as the place where children were photographed.
 *
 * @param name a file name with its ending
 */
public record PictureForPages(String name, byte[] content) {

    /** As much of a file as says how the camera was held. */
    private static final int HEAD = 64 * 1024;

    /** So wide it fills a page on a screen with twice the points. */
    private static final int WIDEST = 1280;

    /** More points than any camera of today has: a picture that is made to fill the memory. */
    private static final long MOST_POINTS = 120_000_000;

    /**
     * Draws it anew; empty when nothing can be drawn from these bytes, whatever they say they are.
     */
    public static Optional<PictureForPages> of(InputStream content) throws IOException {
        BufferedInputStream again = new BufferedInputStream(content, HEAD);
        again.mark(HEAD);
        int orientation = CameraOrientation.of(again.readNBytes(HEAD));
        again.reset();
        return of(again, orientation);
    }

    private static Optional<PictureForPages> of(InputStream content, int orientation) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return drawn(reader, orientation);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException notDrawable) {
            // A decoder says in many ways that a file is broken.
            return Optional.empty();
        }
    }

    private static Optional<PictureForPages> drawn(ImageReader reader, int orientation)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_POINTS) {
            return Optional.empty();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        // Every second point, or fewer, of a large one: it is never in memory as a whole.
        int step = Math.max(1, Math.max(width, height) / (2 * WIDEST));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, param);
        boolean asPng = read.getColorModel().hasAlpha();
        BufferedImage page = upright(read, orientation, asPng);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        String format = asPng ? "png" : "jpg";
        return ImageIO.write(page, format, written)
                ? Optional.of(new PictureForPages("image." + format, written.toByteArray()))
                : Optional.empty();
    }

    private static BufferedImage upright(BufferedImage read, int orientation, boolean asPng) {
        boolean lying = orientation >= 5;
        int width = lying ? read.getHeight() : read.getWidth();
        int height = lying ? read.getWidth() : read.getHeight();
        double scale = Math.min(1, (double) WIDEST / Math.max(width, height));
        BufferedImage page =
                new BufferedImage(
                        Math.max(1, (int) Math.round(width * scale)),
                        Math.max(1, (int) Math.round(height * scale)),
                        asPng ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        if (!asPng) {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        }
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turned = AffineTransform.getScaleInstance(scale, scale);
        turned.concatenate(turn(orientation, read.getWidth(), read.getHeight()));
        pen.drawImage(read, turned, null);
        pen.dispose();
        return page;
    }

    /** From how the camera was held to upright (TIFF 6.0, Orientation). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

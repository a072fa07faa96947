package fr.preau.api.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * Draws documents as PDF: A4, with the name of the collège at hand above each page, « page 1 sur 3
 * » below, and read aloud in French by those who can't see it (PDF/UA-1, PDF/A-3a).
 *
 * <p>A module says what stands in a document and never how it looks. Nothing in it is taken as
 * markup or as an address, so whatever people have typed may stand in it.
 */
public interface Documents {

    /**
     * Draws a document. Answer with it as {@code Download.save("preuve.pdf", bytes)}.
     *
     * <p>A sign that the font does not know, such as an emoji, is drawn as ▯, and the end of the
     * document says which ones these were. Latin, Greek, Cyrillic, Armenian, Georgian and Arabic
     * letters are all there.
     *
     * @throws RuntimeException a {@code Refusal}, when the document is too long (about 500 pages)
     *     or too many others are being drawn at this moment
     * @throws IllegalStateException outside the work for a collège
     */
    byte[] pdf(Document document);

    /**
     * Draws the first page of a PDF that somebody brought. It is taken for hostile: nothing in it
     * runs, no address in it is followed, and time and memory are bounded, to five seconds at most.
     *
     * @param pdf read to its end, not closed
     * @throws IOException when the stream can't be read
     */
    PdfPreview preview(InputStream pdf) throws IOException;
}

package fr.preau.api.document;

import java.util.Optional;

/** The first page of a PDF as a picture, or why there is none. */
public final class PdfPreview {

    /** Why a page is not drawn. */
    public enum Reason {
        /** It asks for a password. */
        LOCKED,
        /** It is no PDF that can be read. */
        BROKEN,
        /** To draw it would take too much time or memory. */
        TOO_LARGE,
        /** Others are being drawn: it may be asked again later. */
        BUSY
    }

    private final byte[] picture;
    private final int pages;
    private final Optional<Reason> missing;

    private PdfPreview(byte[] picture, int pages, Optional<Reason> missing) {
        this.picture = picture.clone();
        this.pages = pages;
        this.missing = missing;
    }

    public static PdfPreview of(byte[] png, int pages) {
        return new PdfPreview(png, pages, Optional.empty());
    }

    public static PdfPreview none(Reason reason) {
        return new PdfPreview(new byte[0], 0, Optional.of(reason));
    }

    /** Why there is no picture; empty when there is one. */
    public Optional<Reason> missing() {
        return missing;
    }

    /** A PNG, at most 600 points wide and 850 high; empty when there is none. */
    public byte[] picture() {
        return picture.clone();
    }

    /** How many pages the document has; 0 when there is no picture. */
    public int pages() {
        return pages;
    }
}

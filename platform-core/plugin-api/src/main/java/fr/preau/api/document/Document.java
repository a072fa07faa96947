package fr.preau.api.document;

import java.util.List;

/**
 * A document before it is drawn.
 *
 * @param title what it is, as in « Preuve de votre réponse »
 * @param paper how the pages lie
 * @param parts what stands in it below the title, in its order
 */
public record Document(String title, Paper paper, List<DocumentPart> parts) {

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document has a title");
        }
        parts = List.copyOf(parts);
    }

    /** On upright pages. */
    public Document(String title, List<DocumentPart> parts) {
        this(title, Paper.UPRIGHT, parts);
    }

    /** How an A4 page lies. */
    public enum Paper {
        UPRIGHT,
        /** For tables of many columns. */
        SIDEWAYS
    }
}

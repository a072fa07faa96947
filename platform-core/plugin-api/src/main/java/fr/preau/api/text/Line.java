package fr.preau.api.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a text, cut where its look changes and where a link begins or ends. */
public record Line(List<Span> spans) {

    public Line {
        spans = List.copyOf(spans);
    }

    /** Its words without their look. */
    public String plain() {
        return spans.stream().map(Span::plain).collect(Collectors.joining());
    }

    /**
     * Words that lead somewhere together, or nowhere.
     *
     * @param link where they lead, null for words alone
     */
    public record Span(List<Words> words, @Nullable Link link) {

        public Span {
            words = List.copyOf(words);
        }

        String shown() {
            return words.stream().map(Words::text).collect(Collectors.joining());
        }

        /** As it is read where nothing can be followed: with its address, where that is hidden. */
        String plain() {
            return link == null || link.isSaid() ? shown() : shown() + " (" + link.href() + ")";
        }
    }

    /** Words of one look. */
    public record Words(String text, boolean strong, boolean emphasis) {}
}

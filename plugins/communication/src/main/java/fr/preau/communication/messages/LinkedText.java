package fr.preau.communication.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain text cut into lines and pieces, so that a template can make its web addresses clickable
 * without a word of HTML being taken from the text.
 */
public record LinkedText(List<List<Piece>> lines) {

    /** Only the web: no {@code javascript:}, no {@code data:}. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("\\bhttps?://[^\\s<>\"«»“”]*[^\\s<>\"«»“”.,;:!?'’)\\]]");

    public LinkedText {
        lines = List.copyOf(lines);
    }

    public static LinkedText of(String text) {
        return new LinkedText(text.lines().map(LinkedText::pieces).toList());
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = WEB_ADDRESS.matcher(line);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(line.substring(end, address.start()), null));
            pieces.add(new Piece(address.group(), address.group()));
            end = address.end();
        }
        pieces.add(new Piece(line.substring(end), null));
        return List.copyOf(pieces);
    }

    /**
     * A piece of a line.
     *
     * @param href where it leads, null for plain words
     */
    public record Piece(String text, @Nullable String href) {}
}

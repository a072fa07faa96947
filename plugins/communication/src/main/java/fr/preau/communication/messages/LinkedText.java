package fr.preau.communication.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain text cut into lines and pieces, so that a template can make its web addresses clickable
 * without a word of HTML being taken from the text.
 *
 * <p>A link leads where a reader sees that it leads: {@link WebAddress} says which site that is.
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
            pieces.add(new Piece(line.substring(end, address.start()), null, null));
            pieces.add(linked(address.group()));
            end = address.end();
        }
        pieces.add(new Piece(line.substring(end), null, null));
        return List.copyOf(pieces);
    }

    private static Piece linked(String typed) {
        Optional<WebAddress> address = WebAddress.of(typed);
        return new Piece(
                typed,
                address.map(WebAddress::href).orElse(null),
                address.filter(WebAddress::isDisguised).map(WebAddress::host).orElse(null));
    }

    /**
     * A piece of a line.
     *
     * @param href where it leads, null for plain words and for what is no address of a site
     * @param site the site it leads to, where what was typed looks like another one
     */
    public record Piece(String text, @Nullable String href, @Nullable String site) {}
}

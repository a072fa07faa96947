package fr.preau.api.text;

import java.util.List;

/**
 * A text as somebody wrote it, read for its few marks.
 *
 * <p>What is stored, searched, exported and sent by programs is the text itself, as it was typed:
 *
 * <ul>
 *   <li>{@code **bold**} and {@code *italics*}
 *   <li>a line that begins with {@code - } or {@code * } is an item of a list, one that begins with
 *       {@code 1. } an item of a numbered list; items may have items, set in by spaces
 *   <li>a line that begins with {@code > } is quoted
 *   <li>{@code [words](https://…)} and {@code [words](mailto:…)} lead there; so does a web address
 *       that stands alone
 *   <li>an empty line begins a paragraph, a line break is a line break
 *   <li>a backslash before a mark takes its meaning away
 * </ul>
 *
 * <p>Whatever else was typed stands for itself, HTML too, and no character of it is lost: a mark
 * without its counterpart is the character that it is.
 *
 * @param blocks its paragraphs, lists and quotes
 */
public record RichText(List<Block> blocks) {

    public RichText {
        blocks = List.copyOf(blocks);
    }

    public static RichText of(String typed) {
        return new RichText(BlockReader.read(typed));
    }

    /** Its words without marks, in the lines in which one reads them. */
    public String plain() {
        return PlainWriter.write(blocks);
    }
}

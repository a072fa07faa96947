package fr.preau.api.text;

import fr.preau.api.text.Block.Bullets;
import fr.preau.api.text.Block.Item;
import fr.preau.api.text.Block.Numbers;
import fr.preau.api.text.Block.Paragraph;
import fr.preau.api.text.Block.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a text for where there is no bold and no link: in a preview, in a mail, on paper. */
final class PlainWriter {

    private PlainWriter() {}

    static String write(List<Block> blocks) {
        return blocks.stream()
                .map(block -> String.join("\n", lines(block)))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> lines(Block block) {
        if (block instanceof Paragraph paragraph) {
            return paragraph.lines().stream().map(Line::plain).toList();
        }
        if (block instanceof Quote quote) {
            return write(quote.blocks()).lines().map(line -> "> " + line).toList();
        }
        if (block instanceof Bullets bullets) {
            List<String> lines = new ArrayList<>();
            bullets.items().forEach(item -> lines.addAll(lines("• ", item)));
            return lines;
        }
        Numbers numbers = (Numbers) block;
        List<String> lines = new ArrayList<>();
        int number = numbers.first();
        for (Item item : numbers.items()) {
            lines.addAll(lines(number + ". ", item));
            number++;
        }
        return lines;
    }

    private static List<String> lines(String point, Item item) {
        List<String> lines = new ArrayList<>();
        for (Block block : item.blocks()) {
            for (String line : lines(block)) {
                lines.add((lines.isEmpty() ? point : " ".repeat(point.length())) + line);
            }
        }
        return lines.isEmpty() ? List.of(point.strip()) : lines;
    }
}

package fr.preau.core.documents;

import fr.preau.api.text.Block;
import fr.preau.api.text.Line;
import fr.preau.api.text.Link;
import fr.preau.api.text.RichText;
import java.util.List;
import org.w3c.dom.Element;

/** What somebody wrote, as elements: on paper an address is read, not followed. */
final class RichElements {

    private final PrintableText printable;

    RichElements(PrintableText printable) {
        this.printable = printable;
    }

    void addTo(Element parent, RichText text) {
        blocks(parent, text.blocks());
    }

    private void blocks(Element parent, List<Block> blocks) {
        blocks.forEach(block -> block(parent, block));
    }

    private void block(Element parent, Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            lines(append(parent, "p"), paragraph.lines());
        } else if (block instanceof Block.Bullets bullets) {
            items(append(parent, "ul"), bullets.items());
        } else if (block instanceof Block.Numbers numbers) {
            Element list = append(parent, "ol");
            list.setAttribute("start", Integer.toString(numbers.first()));
            items(list, numbers.items());
        } else if (block instanceof Block.Quote quote) {
            blocks(append(parent, "blockquote"), quote.blocks());
        }
    }

    private void items(Element list, List<Block.Item> items) {
        items.forEach(item -> blocks(append(list, "li"), item.blocks()));
    }

    private void lines(Element parent, List<Line> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (at > 0) {
                append(parent, "br");
            }
            lines.get(at).spans().forEach(span -> span(parent, span));
        }
    }

    private void span(Element parent, Line.Span span) {
        span.words().forEach(words -> words(parent, words));
        Link link = span.link();
        if (link != null && link.shown() != Link.Shown.SAID) {
            say(append(parent, "span"), " (" + link.href() + ")");
        }
    }

    private void words(Element parent, Line.Words words) {
        // Each in an element of its own, or plain words would be read before all others.
        Element strong = append(parent, words.strong() ? "strong" : "span");
        say(words.emphasis() ? append(strong, "em") : strong, words.text());
    }

    private void say(Element parent, String text) {
        String printed = printable.of(text);
        if (!printed.isEmpty()) {
            parent.appendChild(parent.getOwnerDocument().createTextNode(printed));
        }
    }

    private static Element append(Element parent, String kind) {
        Element child = parent.getOwnerDocument().createElement(kind);
        parent.appendChild(child);
        return child;
    }
}

package fr.preau.core.documents;

import fr.preau.api.document.DocumentPart;
import fr.preau.api.document.DocumentPart.Fact;
import fr.preau.api.document.DocumentPart.Facts;
import fr.preau.api.document.DocumentPart.Heading;
import fr.preau.api.document.DocumentPart.NewPage;
import fr.preau.api.document.DocumentPart.Note;
import fr.preau.api.document.DocumentPart.Notice;
import fr.preau.api.document.DocumentPart.Rows;
import fr.preau.api.document.DocumentPart.Text;
import fr.preau.api.page.Column;
import fr.preau.api.text.RichText;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A document as elements with text in them. It is built as a tree and never written as markup, so
 * whatever people typed stays text.
 */
final class DocumentTree {

    /** More are not listed one by one. */
    private static final int MISSING_LISTED = 20;

    private final Document tree;
    private final PrintableText printable;
    private final Element body;

    private DocumentTree(PrintableText printable, String title, String style) {
        this.printable = printable;
        try {
            tree = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java can make an empty tree", e);
        }
        Element html = tree.createElement("html");
        html.setAttribute("lang", "fr");
        tree.appendChild(html);
        Element head = append(html, "head");
        say(append(head, "title"), title);
        meta(head, "subject", title);
        meta(head, "description", title);
        append(head, "style").appendChild(tree.createTextNode(style));
        body = append(html, "body");
    }

    /**
     * @param above what stands above each page
     * @param below what stands below each page, beside its number
     */
    static Document of(
            fr.preau.api.document.Document document,
            DocumentFonts fonts,
            String above,
            String below) {
        DocumentTree tree =
                new DocumentTree(
                        new PrintableText(fonts),
                        document.title(),
                        DocumentStyle.of(document.paper()));
        tree.classed(tree.body, "div", "above", above);
        tree.classed(tree.body, "div", "below", below);
        tree.say(append(tree.body, "h1"), document.title());
        document.parts().forEach(tree::add);
        tree.addMissing();
        return tree.tree;
    }

    private void add(DocumentPart part) {
        if (part instanceof Heading heading) {
            say(append(body, "h2"), heading.text());
        } else if (part instanceof Text text) {
            add(text.text());
        } else if (part instanceof Notice notice) {
            classed(body, "p", "notice", notice.text());
        } else if (part instanceof Note note) {
            classed(body, "p", "note", note.text());
        } else if (part instanceof Facts facts) {
            add(facts);
        } else if (part instanceof Rows rows) {
            add(rows);
        } else if (part instanceof NewPage) {
            append(body, "div").setAttribute("class", "new-page");
        }
    }

    private void add(RichText text) {
        Element element = append(body, "div");
        element.setAttribute("class", "text");
        new RichElements(printable).addTo(element, text);
    }

    private void add(Facts facts) {
        Element table = append(body, "table");
        table.setAttribute("class", "facts");
        Element rows = append(table, "tbody");
        for (Fact fact : facts.facts()) {
            Element row = append(rows, "tr");
            Element name = append(row, "th");
            name.setAttribute("scope", "row");
            say(name, fact.name());
            Element value = append(row, "td");
            if (fact.code()) {
                value.setAttribute("class", "code");
            }
            say(value, fact.value());
        }
    }

    private void add(Rows rows) {
        if (rows.rows().isEmpty()) {
            return;
        }
        classed(body, "p", "caption", rows.caption());
        Element table = append(body, "table");
        table.setAttribute("class", "rows");
        Element names = append(append(table, "thead"), "tr");
        List<Integer> widths = ColumnWidths.of(rows);
        for (int at = 0; at < widths.size(); at++) {
            Column column = rows.columns().get(at);
            Element name = cell(names, "th", column, column.label());
            name.setAttribute("scope", "col");
            name.setAttribute("style", "width: " + widths.get(at) + "%");
        }
        Element lines = append(table, "tbody");
        for (List<String> row : rows.rows()) {
            Element line = append(lines, "tr");
            for (int at = 0; at < row.size(); at++) {
                cell(line, "td", rows.columns().get(at), row.get(at));
            }
        }
    }

    private Element cell(Element row, String kind, Column column, String text) {
        Element cell = append(row, kind);
        if (column.numeric()) {
            cell.setAttribute("class", "figures");
        }
        say(cell, text);
        return cell;
    }

    /** Nobody is to take a sign that stands for another one for what was written. */
    private void addMissing() {
        if (!printable.missing().isEmpty()) {
            String signs =
                    printable.missing().stream()
                            .limit(MISSING_LISTED)
                            .map("U+%04X"::formatted)
                            .collect(Collectors.joining(", "));
            String more = printable.missing().size() > MISSING_LISTED ? ", …" : "";
            classed(body, "p", "note", DocumentWords.of("missing", signs + more));
        }
    }

    private void meta(Element head, String name, String content) {
        Element meta = append(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", printable.of(content));
    }

    private Element classed(Element parent, String kind, String style, String text) {
        Element child = append(parent, kind);
        child.setAttribute("class", style);
        say(child, text);
        return child;
    }

    private void say(Element element, String text) {
        lines(element, printable.of(text).strip());
    }

    private void lines(Element element, String text) {
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                append(element, "br");
            }
            if (!lines[at].isEmpty()) { // the library fails on empty text amid right and left
                element.appendChild(tree.createTextNode(lines[at]));
            }
        }
    }

    private static Element append(Element parent, String kind) {
        Element child = parent.getOwnerDocument().createElement(kind);
        parent.appendChild(child);
        return child;
    }
}

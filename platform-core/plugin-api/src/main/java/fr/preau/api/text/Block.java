package fr.preau.api.text;

import java.util.List;

/** A piece of a text that stands by itself. */
public sealed interface Block {

    /** Lines that belong together. */
    record Paragraph(List<Line> lines) implements Block {

        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /** A list with points. */
    record Bullets(List<Item> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A numbered list.
     *
     * @param first the number of its first item
     */
    record Numbers(int first, List<Item> items) implements Block {

        public Numbers {
            items = List.copyOf(items);
        }
    }

    /** What somebody else said. */
    record Quote(List<Block> blocks) implements Block {

        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** An item of a list: its lines, then what is set in below them. */
    record Item(List<Block> blocks) {

        public Item {
            blocks = List.copyOf(blocks);
        }
    }
}

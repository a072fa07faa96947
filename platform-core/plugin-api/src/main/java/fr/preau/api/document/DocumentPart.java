package fr.preau.api.document;

import fr.preau.api.page.Column;
import fr.preau.api.text.RichText;
import java.util.List;

/** Something that stands in a document. */
public sealed interface DocumentPart {

    /** The name of what follows. */
    record Heading(String text) implements DocumentPart {}

    /** What somebody wrote, with its paragraphs, lists and marks. */
    record Text(RichText text) implements DocumentPart {

        /** As it was typed. */
        public static Text of(String typed) {
            return new Text(RichText.of(typed));
        }
    }

    /** What is to be seen first, in a frame. */
    record Notice(String text) implements DocumentPart {}

    /** Small print. */
    record Note(String text) implements DocumentPart {}

    /** Names, each with its value, one below the other. */
    record Facts(List<Fact> facts) implements DocumentPart {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * @param code whether signs are to be told from one another, as in a number that is compared
     */
    record Fact(String name, String value, boolean code) {

        public Fact(String name, String value) {
            this(name, value, false);
        }
    }

    /**
     * A table; its columns are named on each page.
     *
     * @param caption what it lists
     * @param rows as many cells in each as there are columns
     */
    record Rows(String caption, List<Column> columns, List<List<String>> rows)
            implements DocumentPart {

        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of %d cells below %d columns"
                                    .formatted(row.size(), columns.size()));
                }
            }
        }
    }

    /** What follows begins on a page of its own. */
    record NewPage() implements DocumentPart {}
}

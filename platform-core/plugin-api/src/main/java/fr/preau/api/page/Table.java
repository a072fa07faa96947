package fr.preau.api.page;

import gg.jte.Content;
import java.util.List;

/**
 * Rows of cells below named columns; the first cell of a row names the row.
 *
 * @param caption what the table lists
 * @param rows as many cells in each as there are columns
 */
public record Table(String caption, List<Column> columns, List<List<Content>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Content> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells below " + columns.size() + " columns");
            }
        }
    }
}

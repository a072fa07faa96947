package fr.preau.api.page;

/**
 * A column of a table.
 *
 * @param numeric whether it holds figures, which stand one under the other
 */
public record Column(String label, boolean numeric) {

    public static Column words(String label) {
        return new Column(label, false);
    }

    public static Column figures(String label) {
        return new Column(label, true);
    }
}

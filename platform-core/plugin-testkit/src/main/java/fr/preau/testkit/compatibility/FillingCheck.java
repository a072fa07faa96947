package fr.preau.testkit.compatibility;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** How far the other checks have rows to look at. */
final class FillingCheck implements Check {

    private static final int ROWS = 12;

    @Override
    public String name() {
        return "filled tables";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        if (!subject.fill(ROWS, notes)) {
            return;
        }
        Map<String, Long> rows = Tables.counts(subject.kit(), subject.kit().college());
        notes.note(rows.isEmpty() ? "it has no tables" : rows.toString());
        List<String> empty =
                rows.entrySet().stream()
                        .filter(table -> table.getValue() == 0)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!empty.isEmpty()) {
            notes.notRun("nothing writes " + String.join(", ", empty));
        }
    }
}

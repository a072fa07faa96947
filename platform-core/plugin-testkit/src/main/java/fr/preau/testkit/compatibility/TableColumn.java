package fr.preau.testkit.compatibility;

import java.util.List;
import java.util.Optional;

/**
 * A column as the database defines it, with what its table and its entity let stand there.
 *
 * @param longest so many characters fit; of a number the largest one
 * @param ascii whether letters of English alone fit
 * @param parent where its foreign key leads
 * @param codes what alone may stand there; empty: anything of its type
 * @param least the smallest number that may
 */
record TableColumn(
        String name,
        String type,
        long longest,
        boolean ascii,
        boolean key,
        Optional<Parent> parent,
        List<String> codes,
        long least) {

    /** A column of another table. */
    record Parent(String table, String column) {}

    TableColumn {
        codes = List.copyOf(codes);
    }

    /** Whether an identity fits, as such or in letters. */
    boolean holdsIdentity() {
        return type.equals("uuid") || (type.endsWith("char") && longest == 36);
    }
}

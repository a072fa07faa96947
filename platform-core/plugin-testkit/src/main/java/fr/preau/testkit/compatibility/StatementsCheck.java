package fr.preau.testkit.compatibility;

import fr.preau.api.route.Route;
import fr.preau.testkit.KitPerson;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page takes a bounded number of SQL statements, however much there is. */
final class StatementsCheck implements Check {

    /** A page that asks more often is slow on the network between server and database. */
    private static final int MOST = 25;

    /** What may be asked once more when there is something to ask about. */
    private static final int MAY_GROW = 3;

    private static final int FEW = 4;
    private static final int MANY = 40;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        if (!subject.fill(FEW, notes)) {
            return;
        }
        Map<String, Integer> few = statements(subject);
        if (!subject.fill(MANY, notes)) {
            return;
        }
        Map<String, Integer> many = statements(subject);
        many.forEach(
                (page, count) -> {
                    int before = few.getOrDefault(page, 0);
                    String said = page + ": " + before + " with few rows, " + count + " with many";
                    if (count > MOST || count > before + MAY_GROW) {
                        notes.fail(said);
                    } else {
                        notes.note(said);
                    }
                });
    }

    /** The most that anybody's page took. */
    private static Map<String, Integer> statements(Subject subject) {
        Map<String, Integer> statements = new LinkedHashMap<>();
        for (Route<?, ?> page : subject.pages()) {
            for (KitPerson person : subject.kit().college().everybody()) {
                if (subject.admits(page, person)) {
                    statements.merge(
                            page.toString(), subject.get(person, page).statements(), Math::max);
                }
            }
        }
        return statements;
    }
}

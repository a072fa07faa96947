package fr.preau.testkit.compatibility;

import fr.preau.api.route.Method;
import fr.preau.api.route.Route;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What one collège has written comes out at no page of another, also for who knows where it is. */
final class IsolationCheck implements Check {

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        if (!subject.fill(12, notes)) {
            return;
        }
        List<String> ids = Tables.someIds(subject.kit(), subject.kit().college());
        if (ids.isEmpty()) {
            notes.note("it keeps nothing");
            return;
        }
        int seenAtHome = marksSeen(subject, ids, true, notes);
        int seenElsewhere = marksSeen(subject, ids, false, notes);
        notes.note(
                "its own collège sees what was written in "
                        + seenAtHome
                        + " answers, the other one in "
                        + seenElsewhere);
        if (seenAtHome == 0) {
            // Then its absence elsewhere would say nothing.
            notes.notRun("nothing that was written comes out anywhere");
        }
    }

    private static int marksSeen(Subject subject, List<String> ids, boolean atHome, Notes notes) {
        int seen = 0;
        for (Route<?, ?> route : subject.kit().routes()) {
            if (route.method() != Method.GET) {
                continue;
            }
            List<String> inHoles = Subject.hasHoles(route) ? ids : List.of("");
            for (KitPerson person : people(subject, atHome)) {
                if (subject.admits(route, person)) {
                    seen += marksSeen(subject, route, person, inHoles, atHome, notes);
                }
            }
        }
        return seen;
    }

    private static List<KitPerson> people(Subject subject, boolean atHome) {
        return (atHome ? subject.kit().college() : subject.kit().otherCollege()).everybody();
    }

    private static int marksSeen(
            Subject subject,
            Route<?, ?> route,
            KitPerson person,
            List<String> inHoles,
            boolean atHome,
            Notes notes) {
        int seen = 0;
        for (String id : inHoles) {
            KitAnswer answer = subject.kit().as(person).get(Subject.address(route, id));
            String text = new String(answer.bytes(), StandardCharsets.UTF_8);
            if (text.contains(Subject.MARK)) {
                seen++;
                if (!atHome) {
                    notes.fail(answer + " and shows what another collège has written");
                }
            }
        }
        return seen;
    }
}

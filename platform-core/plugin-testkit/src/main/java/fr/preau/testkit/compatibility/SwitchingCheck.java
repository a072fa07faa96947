package fr.preau.testkit.compatibility;

import fr.preau.api.route.Route;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.sql.SQLException;
import java.util.Map;

/** Switched off it does not answer and loses nothing; switched on again it goes on. */
final class SwitchingCheck implements Check {

    @Override
    public String name() {
        return "off and on";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        PreauKit kit = subject.kit();
        if (!subject.fill(5, notes)) {
            return;
        }
        Map<String, Long> before = Tables.counts(kit, kit.college());
        kit.turn(kit.college(), false);
        requireStatus(subject, notes, false);
        kit.turn(kit.college(), true);
        requireStatus(subject, notes, true);
        Map<String, Long> after = Tables.counts(kit, kit.college());
        notes.note(Tables.total(before) + " rows before, " + Tables.total(after) + " after");
        if (!after.equals(before)) {
            notes.fail("rows were lost: " + before + " before, " + after + " after");
        }
    }

    private static void requireStatus(Subject subject, Notes notes, boolean on) {
        for (Route<?, ?> page : subject.pages()) {
            for (KitPerson person : subject.kit().college().everybody()) {
                if (subject.admits(page, person)) {
                    KitAnswer answer = subject.get(person, page);
                    if (on ? answer.status() >= 500 : answer.status() != 404) {
                        notes.fail(answer + (on ? " after it was on again" : " while it was off"));
                    }
                }
            }
        }
    }
}

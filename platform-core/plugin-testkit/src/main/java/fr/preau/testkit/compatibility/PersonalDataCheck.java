package fr.preau.testkit.compatibility;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.school.Profile;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.KitPersonalData;
import fr.preau.testkit.PreauKit;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whom its rows name can have that, and can have it erased; nobody else loses anything. */
final class PersonalDataCheck implements Check {

    private static final int ROWS = 12;

    @Override
    public String name() {
        return "personal data";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        if (subject.kit().scripts().tablesMade().isEmpty()) {
            notes.note("it has no tables");
            return;
        }
        if (!subject.fill(ROWS, notes)) {
            return;
        }
        KitPersonalData data = subject.kit().personalData();
        if (data.export(subject.kit().pupil()).isEmpty()) {
            withoutAnswers(subject, notes);
            return;
        }
        List<KitPerson> named = named(subject.kit());
        if (named.isEmpty()) {
            notes.notRun("no row names anybody");
        }
        Map<String, Long> elsewhere = Tables.checksums(subject.kit(), subject.kit().otherCollege());
        for (KitPerson person : named) {
            look(subject, data, person, notes);
        }
        if (!Tables.checksums(subject.kit(), subject.kit().otherCollege()).equals(elsewhere)) {
            notes.fail("rows of another collège were erased");
        }
        subject.requireAnswers(notes, "after an erasure");
    }

    /** One of each profile. */
    private static List<KitPerson> named(PreauKit kit) throws SQLException {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        List<KitPerson> named = new ArrayList<>();
        for (KitPerson person : kit.college().everybody()) {
            if (!Tables.naming(kit, person).isEmpty() && profiles.add(person.person().profile())) {
                named.add(person);
            }
        }
        return named;
    }

    /** Only rows that the module wrote itself can tell that it keeps somebody. */
    private static void withoutAnswers(Subject subject, Notes notes) throws SQLException {
        Optional<Way> own = subject.ways().stream().filter(Way::real).findFirst();
        if (own.isPresent()) {
            subject.kit().beginAfresh();
            own.get().filling().fill(subject.kit(), subject.kit().college(), ROWS, Subject.MARK);
        }
        Set<String> places = new TreeSet<>();
        for (KitPerson person : subject.kit().college().everybody()) {
            places.addAll(Tables.naming(subject.kit(), person).keySet());
        }
        if (!places.isEmpty()) {
            notes.fail("it offers no personalData(), and persons stand in " + places);
        } else if (own.isPresent() && Tables.isFilled(subject.kit())) {
            notes.note("nobody stands in the rows that it writes");
        } else {
            notes.notRun("it offers no personalData(), and nothing can be told of rows made up");
        }
    }

    private static void look(Subject subject, KitPersonalData data, KitPerson person, Notes notes)
            throws SQLException {
        PreauKit kit = subject.kit();
        Map<String, Long> before = Tables.naming(kit, person);
        List<JsonObject> exported = data.export(person).orElseThrow();
        if (exported.isEmpty() && !before.isEmpty()) {
            notes.fail("nothing is exported of a person who stands in " + before.keySet());
        }
        if (exported.toString().contains(Subject.OTHER_MARK)) {
            notes.fail("an export holds what another collège has written");
        }
        ErasureReport report = data.erase(person).orElseThrow();
        Map<String, Long> after = Tables.naming(kit, person);
        boolean keeps = !report.kept().isEmpty();
        notes.note(
                person.displayName()
                        + ": "
                        + exported.size()
                        + " records exported, "
                        + report.erased()
                        + " things erased, "
                        + report.anonymised()
                        + " anonymised");
        report.kept().forEach(kept -> notes.note("keeps " + kept.what() + ": " + kept.why()));
        if (!after.isEmpty() && !keeps) {
            notes.fail("after the erasure the person still stands in " + after.keySet());
        } else if (!after.isEmpty()) {
            notes.note("still in " + after.keySet() + ", as it says");
        }
        if (!keeps && !data.export(person).orElseThrow().isEmpty()) {
            notes.fail("after the erasure something is still exported");
        }
        ErasureReport again = data.erase(person).orElseThrow();
        if (again.erased() + again.anonymised() > 0) {
            notes.fail("a second erasure finds more: the first one forgot it");
        }
    }
}

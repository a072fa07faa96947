package fr.preau.testkit.compatibility;

import fr.preau.api.route.Method;
import fr.preau.api.route.Route;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one of two collèges has written comes out at no page of the other, and can't be changed from
 * there, also by who knows where it is.
 */
final class IsolationCheck implements Check {

    private static final int WRITES = 4;

    @Override
    public String name() {
        return "isolation";
    }

    @Override
    public void look(Subject subject, Notes notes) throws SQLException {
        if (!subject.fill(12, notes)) {
            return;
        }
        PreauKit kit = subject.kit();
        List<String> ids = Tables.someIds(kit, kit.college());
        List<String> otherIds = Tables.someIds(kit, kit.otherCollege());
        Optional<KitAnswer> atHome =
                pagesWith(subject, kit.college(), ids, Subject.MARK).findFirst();
        Stream<KitAnswer> leaks = pagesWith(subject, kit.otherCollege(), ids, Subject.MARK);
        Stream<KitAnswer> leaksBack =
                pagesWith(subject, kit.college(), otherIds, Subject.OTHER_MARK);
        leaks.forEach(leak -> notes.fail(leak + " and shows what another collège has written"));
        leaksBack.forEach(leak -> notes.fail(leak + " and shows what another collège has written"));
        requireUntouched(subject, ids, notes);
        atHome.ifPresent(seen -> notes.note("its own collège sees what was written: " + seen));
        if (ids.isEmpty()) {
            notes.note("it keeps nothing");
        } else if (atHome.isEmpty()) {
            // Then its absence elsewhere would say nothing.
            notes.notRun("nothing that was written comes out anywhere");
        }
    }

    private static Stream<KitAnswer> pagesWith(
            Subject subject, KitCollege readers, List<String> ids, String mark) {
        return subject.kit().routes().stream()
                .filter(route -> route.method() == Method.GET)
                .flatMap(
                        route ->
                                readers.everybody().stream()
                                        .filter(person -> subject.admits(route, person))
                                        .flatMap(
                                                person ->
                                                        inHoles(route, ids).stream()
                                                                .map(
                                                                        id ->
                                                                                subject.get(
                                                                                        person,
                                                                                        route,
                                                                                        id))))
                .filter(answer -> shows(answer, mark));
    }

    private static boolean shows(KitAnswer answer, String mark) {
        return new String(answer.bytes(), StandardCharsets.UTF_8).contains(mark);
    }

    private static List<String> inHoles(Route<?, ?> route, List<String> ids) {
        return Subject.hasHoles(route) ? ids : List.of("");
    }

    /**
     * Everybody of the other collège calls what changes something, with identities of the first.
     */
    private static void requireUntouched(Subject subject, List<String> ids, Notes notes)
            throws SQLException {
        PreauKit kit = subject.kit();
        Map<String, Long> before = Tables.checksums(kit, kit.college());
        for (Route<?, ?> route : kit.routes()) {
            if (route.method() == Method.GET || !Subject.hasHoles(route)) {
                continue;
            }
            for (KitPerson person : kit.otherCollege().everybody()) {
                if (subject.admits(route, person)) {
                    ids.stream().limit(WRITES).forEach(id -> change(subject, person, route, id));
                }
            }
        }
        if (!Tables.checksums(kit, kit.college()).equals(before)) {
            notes.fail("rows of a collège were changed from another one");
        }
    }

    private static void change(Subject subject, KitPerson person, Route<?, ?> route, String id) {
        String address = Subject.address(route, id);
        switch (route.method()) {
            case PUT -> subject.kit().as(person).put(address, Form.empty());
            case DELETE -> subject.kit().as(person).delete(address);
            default -> subject.kit().as(person).post(address, Form.empty());
        }
    }
}

package fr.preau.testkit.compatibility;

import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.route.Route;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The module that is looked at.
 *
 * @param previous its release before, if there is one
 * @param ways to fill its tables; the first that leaves readable rows is taken
 */
record Subject(PreauKit kit, Optional<Path> previous, List<Way> ways) {

    /** Stands in what {@link Filling} writes, and nowhere else. */
    static final String MARK = "Repère-Zéphyr";

    /** The same at the other collège. */
    static final String OTHER_MARK = "Repère-Mistral";

    /** Whether the module says that it lets somebody in there. */
    boolean admits(Route<?, ?> route, KitPerson person) {
        return kit.manifest().college().profiles().contains(person.person().profile())
                && route.callers().admit(person.person().profile(), person.person().functions());
    }

    /** The pages that can be asked for without knowing of anything. */
    List<Route<?, ?>> pages() {
        return kit.routes().stream()
                .filter(route -> route.method() == Method.GET && !route.isFile())
                .filter(route -> !hasHoles(route))
                .toList();
    }

    static boolean hasHoles(Route<?, ?> route) {
        return route.path().segments().stream().anyMatch(PathTemplate::isHole);
    }

    /** The address of a route with the same in all its holes. */
    static String address(Route<?, ?> route, String inHoles) {
        return route.path().segments().stream()
                .map(segment -> PathTemplate.isHole(segment) ? inHoles : segment)
                .collect(Collectors.joining("/", "/", ""));
    }

    /**
     * Begins afresh and fills both collèges so that the module can read what was written.
     *
     * @return whether there is something to look at; if not, the notes say why
     */
    boolean fill(int many, Notes notes) {
        String reason = "";
        for (Way way : ways) {
            kit.beginAfresh();
            try {
                way.filling().fill(kit, kit.college(), many, MARK);
                way.filling().fill(kit, kit.otherCollege(), many, OTHER_MARK);
            } catch (FormFailed e) {
                notes.fail(String.valueOf(e.getMessage()));
                return false;
            } catch (KitFailure e) {
                reason = "its tables can't be filled: " + e.getMessage();
                continue;
            }
            Optional<KitAnswer> unreadable = unreadable();
            if (unreadable.isEmpty() && (!way.real() || Tables.isFilled(kit))) {
                return true;
            }
            if (unreadable.isPresent() && way.real()) {
                notes.fail(unreadable.get() + " when its tables are filled " + way.said());
                return false;
            }
            if (unreadable.isPresent()) {
                reason = unreadable.get() + " with rows filled " + way.said();
            }
        }
        // Rows that were made up may be such as the module never writes.
        notes.notRun(reason + ": let the suite of the module fill its tables");
        return false;
    }

    private Optional<KitAnswer> unreadable() {
        return Stream.of(kit.college(), kit.otherCollege())
                .flatMap(college -> college.everybody().stream())
                .flatMap(
                        person ->
                                pages().stream()
                                        .filter(page -> admits(page, person))
                                        .map(page -> get(person, page)))
                .filter(answer -> answer.status() >= 500)
                .findFirst();
    }

    /** Asks for every page as everybody whom it admits; none may fail. */
    void requireAnswers(Notes notes, String when) {
        unreadable().ifPresent(answer -> notes.fail(answer + " " + when));
    }

    KitAnswer get(KitPerson person, Route<?, ?> route) {
        return get(person, route, "");
    }

    KitAnswer get(KitPerson person, Route<?, ?> route, String inHoles) {
        return kit.as(person).get(address(route, inHoles));
    }
}

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

/**
 * The module that is looked at.
 *
 * @param previous its release before, if there is one
 */
record Subject(PreauKit kit, Optional<Path> previous, Filling filling) {

    /** Stands in what {@link Filling} writes, and nowhere else. */
    static final String MARK = "Repère-Zéphyr";

    /** Whether the module says that it lets somebody in there. */
    boolean admits(Route<?, ?> route, KitPerson person) {
        return kit.manifest().profiles().contains(person.person().profile())
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
     * Fills the first collège, and looks whether the module can read what was written.
     *
     * @return whether there is something to look at
     */
    boolean fill(int many, Notes notes) {
        try {
            filling.fill(kit, kit.college(), many, MARK);
        } catch (KitFailure e) {
            notes.notRun("its tables can't be filled: " + e.getMessage());
            return false;
        }
        for (Route<?, ?> page : pages()) {
            for (KitPerson person : kit.college().everybody()) {
                KitAnswer answer = admits(page, person) ? get(person, page) : null;
                if (answer != null && answer.status() >= 500) {
                    unreadable(answer, notes);
                    return false;
                }
            }
        }
        return true;
    }

    /** Rows that were made up may be such as the module never writes; its own may not fail it. */
    private void unreadable(KitAnswer answer, Notes notes) {
        if (filling instanceof GeneratedRows) {
            notes.notRun(
                    answer
                            + " with rows that were made up: let the suite fill the tables as the"
                            + " module does");
        } else {
            notes.fail(answer + " when its tables are filled");
        }
    }

    KitAnswer get(KitPerson person, Route<?, ?> route) {
        return kit.as(person).get(address(route, ""));
    }
}

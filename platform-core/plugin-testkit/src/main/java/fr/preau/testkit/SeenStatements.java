package fr.preau.testkit;

import fr.preau.core.identity.SignedIn;
import fr.preau.portal.dispatch.RequestWatch;
import fr.preau.portal.dispatch.Visit;
import java.time.Duration;

/** How many SQL statements the last request of a thread took. */
final class SeenStatements implements RequestWatch {

    private final ThreadLocal<Integer> last = ThreadLocal.withInitial(() -> 0);

    int last() {
        return last.get();
    }

    @Override
    public void begins(Visit visit) {
        last.set(0);
    }

    @Override
    public void knows(SignedIn person) {
        // The test knows who calls.
    }

    @Override
    public void ends(Visit visit, String module, int status, Duration took, int statements) {
        last.set(statements);
    }
}

package fr.preau.portal.dispatch;

import fr.preau.core.identity.SignedIn;
import java.time.Duration;

/** Watches over requests: what is measured and logged of each. */
public interface RequestWatch {

    /** A request has come; what this thread logs from now on belongs to it. */
    void begins(Visit visit);

    /** It is known now who calls. */
    void knows(SignedIn person);

    /**
     * It has been answered.
     *
     * @param module the module of the collège that answered, {@code portal} for the portal itself
     * @param statements SQL statements it took
     */
    void ends(Visit visit, String module, int status, Duration took, int statements);
}

package fr.preau.portal.dispatch;

import java.time.Duration;

/** Watches over requests: what is measured and logged of each. */
public interface RequestWatch {

    /** It is known who calls; what this thread logs from now on belongs to them. */
    void begins(Visit visit, String trace);

    /**
     * It has been answered.
     *
     * @param module the module of the collège that answered, {@code portal} for the portal itself
     * @param statements SQL statements it took
     */
    void ends(Visit visit, String module, int status, Duration took, int statements);
}

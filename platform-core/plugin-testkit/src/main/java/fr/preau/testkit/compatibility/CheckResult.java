package fr.preau.testkit.compatibility;

import java.util.List;

/**
 * What one check found.
 *
 * @param notes what was looked at, and what is wrong
 */
public record CheckResult(String name, State state, List<String> notes) {

    /** How a check went; what was not run has not passed. */
    public enum State {
        PASSED,
        FAILED,
        NOT_RUN
    }

    public CheckResult {
        notes = List.copyOf(notes);
    }
}

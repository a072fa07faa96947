package fr.preau.testkit.compatibility;

import java.util.ArrayList;
import java.util.List;

/** What a check writes down while it looks. */
final class Notes {

    private static final int MOST = 40;

    private final List<String> notes = new ArrayList<>();
    private boolean failed;
    private boolean notRun;

    /** Something worth knowing. */
    void note(String text) {
        if (notes.size() < MOST) {
            notes.add(text);
        }
    }

    /** Something that must not be. */
    void fail(String text) {
        failed = true;
        note(text);
    }

    /** Why this can't be looked at here. */
    void notRun(String reason) {
        notRun = true;
        note(reason);
    }

    CheckResult result(String name) {
        if (failed) {
            return new CheckResult(name, CheckResult.State.FAILED, notes);
        }
        return new CheckResult(
                name, notRun ? CheckResult.State.NOT_RUN : CheckResult.State.PASSED, notes);
    }
}

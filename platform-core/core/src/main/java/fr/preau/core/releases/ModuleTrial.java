package fr.preau.core.releases;

import fr.preau.api.school.Uai;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the scripts of a release on a copy of what one collège has of its module.
 *
 * @param uai whose tables were copied; empty while nothing is known, and where none were there
 * @param rows how many were copied
 * @param took how long the scripts took on the copy
 * @param failure why they failed, in MariaDB's words
 * @param backFailure why they could not be undone on the copy
 */
public record ModuleTrial(
        State state,
        Instant began,
        Optional<Uai> uai,
        long rows,
        Duration took,
        Optional<String> failure,
        Back back,
        Optional<String> backFailure) {

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** How far a trial is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** The node died, or the trial took too long. */
        CUT
    }

    /** Whether what the scripts did was undone on the copy. */
    public enum Back {
        /** The scripts failed, or changed nothing that could be undone. */
        UNTRIED,
        /** The publisher has not written how to undo them. */
        MISSING,
        DONE,
        FAILED
    }
}

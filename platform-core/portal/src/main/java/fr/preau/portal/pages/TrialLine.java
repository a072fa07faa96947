package fr.preau.portal.pages;

import fr.preau.core.releases.ModuleTrial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying the scripts of a release on a copy.
 *
 * @param college whose tables were copied; null while nothing is known, and where none were there
 * @param rows how many were copied
 * @param millis how long the scripts took on the copy
 * @param failure why they failed, in MariaDB's words
 * @param backFailure why they could not be undone on the copy
 */
public record TrialLine(
        ModuleTrial.State state,
        Instant began,
        @Nullable String college,
        long rows,
        long millis,
        @Nullable String failure,
        ModuleTrial.Back back,
        @Nullable String backFailure) {

    public boolean isRunning() {
        return state == ModuleTrial.State.RUNNING;
    }
}

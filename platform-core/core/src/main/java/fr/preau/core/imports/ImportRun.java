package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.Optional;

/**
 * The last import of a collège, as the operator sees it.
 *
 * @param done entries read so far
 * @param total entries expected, about
 * @param message why it was refused or when it is tried again, otherwise empty
 * @param counts how many there were after the last import that went through
 */
public record ImportRun(
        Uai uai,
        State state,
        int done,
        int total,
        String message,
        Counts counts,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {

    /** From waiting for its turn to its end, good or bad. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** The delivery can't be taken; another one is needed. */
        REFUSED,
        /** Not the delivery's fault; it is tried again. */
        FAILED
    }

    /** The heads of a collège, and its classes. */
    public record Counts(int pupils, int guardians, int teachers, int staff, int classes) {}
}

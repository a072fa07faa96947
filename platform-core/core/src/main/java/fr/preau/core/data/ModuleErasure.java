package fr.preau.core.data;

import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.Optional;

/**
 * What a module keeps at a collège, on its way to being erased: it was exported, somebody asked for
 * the erasure, which is due after a delay, and then it is done.
 *
 * @param asked when; empty before, and after it was taken back
 * @param due until then it can be taken back
 */
public record ModuleErasure(
        Uai uai,
        String module,
        Instant exported,
        String exportedBy,
        Optional<Instant> asked,
        Optional<String> askedBy,
        Optional<Instant> due,
        Optional<Instant> done) {

    /** Whether it will be done, unless somebody takes it back. */
    public boolean isPending() {
        return asked.isPresent() && done.isEmpty();
    }
}

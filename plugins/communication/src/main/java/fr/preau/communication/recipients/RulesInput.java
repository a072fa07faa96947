package fr.preau.communication.recipients;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of the rules take. */
public final class RulesInput {

    private RulesInput() {}

    /**
     * The matrix as it is wished.
     *
     * @param rule a range by the code of its cell, as in {@code PUPIL-TEACHER}; of cells that are
     *     not in it, nothing changes
     */
    public record Wished(Map<String, String> rule) {}

    /** An exception to be ended. */
    public record OneException(UUID exception) {}

    /**
     * @param q the beginning of a name
     * @param person who was chosen
     */
    public record Preview(@Nullable String q, @Nullable UUID person) {}

    /**
     * An exception as far as it is made.
     *
     * @param q the beginning of a name
     * @param who for whom, as an {@link Audience} code
     * @param to towards whom, as {@code profile:…} or {@code person:…}
     * @param endsOn the last day, as a date field has it
     */
    public record Making(
            @Nullable String q,
            @Nullable String who,
            @Nullable String to,
            @Nullable String reach,
            @Nullable String reason,
            @Nullable String endsOn) {}
}

package fr.preau.communication.appointments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed in the plan of a host; each form sends what it is about.
 *
 * @param present whether the host takes part
 * @param slot the minute since 1970 at which a slot begins
 * @param family for whom the school books, as the form's list has it
 * @param note who telephoned, say
 * @param booking what is taken away
 */
public record HostInput(
        UUID host,
        @Nullable Boolean present,
        @Nullable String from,
        @Nullable String to,
        @Nullable String place,
        @Nullable Integer slot,
        @Nullable String family,
        @Nullable String note,
        @Nullable UUID booking) {

    /** Whether something was typed that others would read. */
    boolean holdsWords() {
        return isTyped(place) || isTyped(note);
    }

    private static boolean isTyped(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}

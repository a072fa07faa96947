package fr.preau.portal.safety;

import fr.preau.api.school.Profile;
import fr.preau.portal.pages.TypedClosing;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form of closing brings.
 *
 * @param college in whose administration it stands; null in the console
 * @param where {@code some} where only the ticked collèges are meant
 * @param at the slugs of the ticked collèges
 * @param until a day and an hour in Paris, as in {@code 2026-11-30T08:00}
 * @param act names what is done, once the question was answered
 */
record ClosingInput(
        @Nullable String college,
        List<Profile> profile,
        @Nullable String where,
        List<String> at,
        @Nullable String notice,
        @Nullable String until,
        @Nullable UUID act) {

    static final String SOME = "some";

    TypedClosing typed() {
        return new TypedClosing(
                profile.stream().distinct().sorted().toList(),
                SOME.equals(where),
                at,
                Objects.requireNonNullElse(notice, "").strip(),
                Objects.requireNonNullElse(until, "").strip());
    }
}

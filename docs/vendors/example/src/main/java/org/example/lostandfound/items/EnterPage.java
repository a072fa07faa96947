package org.example.lostandfound.items;

import fr.preau.api.route.Violations;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The form for a found item, with what was typed so far and what is wrong with it. */
public record EnterPage(
        UUID key, String what, String place, String foundOn, Violations violations) {

    static EnterPage empty(UUID key, LocalDate today) {
        return new EnterPage(key, "", "", today.toString(), Violations.none());
    }

    EnterPage again(EnterInput input, Violations problems) {
        return new EnterPage(
                key,
                Objects.requireNonNullElse(input.what(), ""),
                Objects.requireNonNullElse(input.place(), ""),
                Objects.toString(input.foundOn(), ""),
                problems);
    }
}

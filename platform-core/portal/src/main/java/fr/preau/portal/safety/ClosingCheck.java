package fr.preau.portal.safety;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.core.safety.ClosingWish;
import fr.preau.core.tenancy.Tenant;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.TypedClosing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Whether a closing can be done as it was typed.
 *
 * @param colleges where it would be done
 */
record ClosingCheck(TypedClosing typed, List<Tenant> colleges, Texts texts, Instant now) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** When it opens by itself, if that can be read. */
    Optional<Instant> until() {
        if (typed.until().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(typed.until()).atZone(PARIS).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Violations violations() {
        return profiles().and(where()).and(notice()).and(end());
    }

    private Violations profiles() {
        boolean none = typed.profiles().isEmpty() || typed.profiles().contains(Profile.OPERATOR);
        return none ? problem("profile", "closing.problem.profile") : Violations.none();
    }

    private Violations where() {
        boolean someAreNone =
                colleges.isEmpty() || typed.some() && colleges.size() < typed.at().size();
        return someAreNone ? problem("at", "closing.problem.at") : Violations.none();
    }

    private Violations notice() {
        if (typed.notice().isBlank()) {
            return problem("notice", "closing.problem.notice");
        }
        return typed.notice().length() > ClosingWish.LONGEST_NOTICE
                ? problem("notice", "closing.problem.notice.long", ClosingWish.LONGEST_NOTICE)
                : Violations.none();
    }

    private Violations end() {
        if (typed.until().isEmpty()) {
            return Violations.none();
        }
        return until().filter(end -> end.isAfter(now)).isPresent()
                ? Violations.none()
                : problem("until", "closing.problem.until");
    }

    private Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, texts.text(key, arguments));
    }
}

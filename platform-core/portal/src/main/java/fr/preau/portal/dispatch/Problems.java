package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.core.plugins.gate.ModuleUnavailable;
import fr.preau.portal.look.Audience;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.ProblemPage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Problems in words, for the person they happen to, and as JSON (RFC 9457). */
final class Problems {

    private static final String INVALID = "invalid";
    private static final String INTERNAL = "internal";

    /** They ask the person for something; all others can only be asked about. */
    private static final Set<Integer> WITHOUT_REFERENCE = Set.of(400, 401, 422);

    /** Their argument is the host's reason, to be told apart from the portal's own words. */
    private static final Set<String> WITH_REASON = Set.of("release-refused", "release-unreadable");

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    ProblemPage of(Refusal refusal, Visit visit) {
        if (WITH_REASON.contains(refusal.type()) && refusal.isToldByThePortal()) {
            return told(refusal.status(), refusal.type(), visit)
                    .because(String.valueOf(refusal.arguments().get(0)));
        }
        Object[] arguments = refusal.arguments().toArray();
        return refusal.isToldByThePortal()
                ? told(refusal.status(), refusal.type(), visit, arguments)
                : new ProblemPage(
                        refusal.status(),
                        refusal.type(),
                        refusal.title(),
                        refusal.detail(),
                        reference(refusal.status(), visit));
    }

    /** A module that does not answer now. */
    ProblemPage of(ModuleUnavailable unavailable, Visit visit) {
        String type =
                switch (unavailable.reason()) {
                    case BUSY -> "module-busy";
                    case LATE -> "module-late";
                    case GREEDY -> "module-greedy";
                    case RESTING -> "module-resting";
                    case QUARANTINED -> "module-quarantined";
                };
        return told(503, type, visit);
    }

    /** A failure of ours: the person gets a reference, the log gets the rest. */
    ProblemPage ours(Visit visit) {
        return told(500, INTERNAL, visit);
    }

    /** For a page that is still open, and in which somebody may be writing. */
    ProblemPage sessionOver(Visit visit) {
        return told(401, "session-over", visit);
    }

    ProblemPage invalid(Violations violations, Visit visit) {
        StringBuilder wrong = new StringBuilder();
        violations
                .byField()
                .forEach((field, messages) -> wrong.append(' ').append(named(field, messages)));
        return told(422, INVALID, visit, wrong.toString());
    }

    private String named(String field, List<String> messages) {
        String all = String.join(" ", messages);
        return field.isEmpty() ? all : texts.text("problem.invalid.field", field, all);
    }

    private ProblemPage told(int status, String type, Visit visit, Object... arguments) {
        Audience audience = visit.audience();
        return new ProblemPage(
                status,
                type,
                texts.text(audience, "problem." + type + ".title"),
                texts.text(audience, "problem." + type + ".detail", arguments),
                reference(status, visit));
    }

    private static @Nullable String reference(int status, Visit visit) {
        return WITHOUT_REFERENCE.contains(status) ? null : visit.trace();
    }

    static String json(ProblemPage problem, Violations violations) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("type", "urn:preau:problem:" + problem.type())
                        .add("title", problem.title())
                        .add("status", problem.status())
                        .add("detail", detail(problem));
        String reference = problem.reference();
        if (reference != null) {
            json.add("reference", reference);
        }
        if (!violations.isEmpty()) {
            json.add("errors", errors(violations));
        }
        return json.build().toString();
    }

    /** A program reads the reason where it always did. */
    private static String detail(ProblemPage problem) {
        return problem.reason() == null
                ? problem.detail()
                : problem.detail() + " " + problem.reason();
    }

    private static JsonObject errors(Violations violations) {
        JsonObjectBuilder errors = Json.createObjectBuilder();
        violations
                .byField()
                .forEach(
                        (field, messages) -> {
                            JsonArrayBuilder list = Json.createArrayBuilder();
                            messages.forEach(list::add);
                            errors.add(field, list);
                        });
        return errors.build();
    }
}

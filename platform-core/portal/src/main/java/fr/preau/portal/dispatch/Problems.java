package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.portal.pages.ProblemPage;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Problems as pages and as JSON (RFC 9457). */
final class Problems {

    private Problems() {}

    static ProblemPage of(Refusal refusal) {
        return new ProblemPage(
                refusal.status(), refusal.type(), refusal.title(), refusal.detail(), null);
    }

    /** A failure of ours: the person gets a reference, the log gets the rest. */
    static ProblemPage ours(String reference) {
        return new ProblemPage(
                500,
                "internal",
                "Une erreur est survenue",
                "Ce n’est pas de votre fait, et rien n’a été enregistré à moitié. Réessayez ; si"
                        + " l’erreur revient, donnez cette référence à l’assistance.",
                reference);
    }

    static Refusal invalid(Violations violations) {
        StringBuilder detail = new StringBuilder("Rien n’a été enregistré.");
        violations
                .byField()
                .forEach(
                        (field, messages) ->
                                detail.append(' ')
                                        .append(field.isEmpty() ? "" : "« " + field + " » : ")
                                        .append(String.join(" ", messages)));
        return new Refusal(422, "invalid", "La demande n’est pas correcte", detail.toString());
    }

    static String json(ProblemPage problem, Violations violations) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("type", "urn:preau:problem:" + problem.type())
                        .add("title", problem.title())
                        .add("status", problem.status())
                        .add("detail", problem.detail());
        String reference = problem.reference();
        if (reference != null) {
            json.add("reference", reference);
        }
        if (!violations.isEmpty()) {
            json.add("errors", errors(violations));
        }
        return json.build().toString();
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

package fr.preau.payfip;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What PayFiP finds wrong with an order, and under which code. */
final class OrderCheck {

    /** A mistake, as it stands in a fault. */
    record Mistake(String code, String words) {}

    private record Rule(String field, Predicate<String> right, String code, String words) {

        boolean isBroken(Map<String, String> order) {
            return !right.test(order.getOrDefault(field, ""));
        }
    }

    private static final Rule[] RULES = {
        new Rule("saisie", v -> v.matches("[TXW]"), "S1", "Mode de saisie invalide."),
        new Rule("numcli", v -> v.matches("[0-9]{6}"), "T1", "Numéro de client invalide."),
        new Rule("montant", v -> v.matches("[0-9]{1,9}"), "M1", "Format du montant invalide."),
        new Rule("montant", v -> Long.parseLong(v) >= 100, "M3", "Montant inférieur à 1 euro."),
        new Rule("montant", v -> Long.parseLong(v) <= 9_999_999, "M5", "Montant trop élevé."),
        new Rule("mel", v -> !v.isEmpty(), "A1", "Adresse de courriel absente."),
        new Rule(
                "mel",
                v -> v.matches("[^@]+@[^@]+") && v.length() <= 80,
                "A2",
                "Adresse incorrecte."),
        new Rule("refdet", v -> v.matches("[a-zA-Z0-9]{6,30}"), "R3", "Référence invalide."),
        new Rule("urlnotif", v -> v.startsWith("http"), "N1", "Adresse de notification invalide."),
        new Rule("urlredirect", v -> v.startsWith("http"), "D1", "Adresse de retour invalide.")
    };

    private OrderCheck() {}

    static Optional<Mistake> mistake(Map<String, String> order) {
        for (Rule rule : RULES) {
            if (rule.isBroken(order)) {
                return Optional.of(new Mistake(rule.code, rule.words));
            }
        }
        return Optional.empty();
    }
}

package fr.preau.payfip;

import java.util.Locale;

/** The pages on which a person of the demonstration pays, is refused or gives up. */
final class PaymentPages {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Simulateur PayFiP</title>
            <style>
            body { font: 1.1rem/1.5 sans-serif; margin: 0; color: #1d1d1d; background: #f5f5fe; }
            header { background: #fff3cd; padding: .6rem 1rem; }
            main { max-width: 32rem; margin: 1.5rem auto; padding: 0 1rem; }
            dl { background: #fff; border: 1px solid #ccc; padding: 1rem; }
            dd { margin: 0 0 .6rem; font-weight: bold; }
            button { display: block; width: 100%%; margin: .6rem 0; padding: .8rem; font: inherit;
              border: 2px solid #000091; background: #fff; color: #000091; cursor: pointer; }
            button:first-of-type { background: #000091; color: #fff; }
            </style></head>
            <body><header>Simulateur : aucun paiement n’est réel.</header>
            <main><h1>Paiement en ligne</h1>%s</main></body></html>
            """;

    private PaymentPages() {}

    static String problem(String words) {
        return PAGE.formatted("<p>" + escaped(words) + "</p>");
    }

    static String payment(SimulatedOperation operation) {
        StringBuilder buttons = new StringBuilder();
        for (Choice choice : Choice.values()) {
            buttons.append("<button name=\"choice\" value=\"")
                    .append(choice)
                    .append("\">")
                    .append(escaped(choice.words()))
                    .append("</button>");
        }
        return PAGE.formatted(
                "<dl><dt>Objet</dt><dd>%s</dd><dt>Référence</dt><dd>%s</dd><dt>Montant</dt><dd>%s</dd></dl>"
                                .formatted(
                                        escaped(operation.order().getOrDefault("objet", "")),
                                        escaped(operation.reference()),
                                        euros(operation.cents()))
                        + "<form method=\"post\" action=\"/tpa/paiementws.web\">"
                        + "<input type=\"hidden\" name=\"idop\" value=\""
                        + escaped(operation.number())
                        + "\">"
                        + buttons
                        + "</form>");
    }

    private static String euros(int cents) {
        return String.format(Locale.FRANCE, "%,.2f €", cents / 100.0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

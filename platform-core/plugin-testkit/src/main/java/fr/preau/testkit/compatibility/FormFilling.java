package fr.preau.testkit.compatibility;

import fr.preau.testkit.Form;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What somebody writes into a form of a page: the mark where a text goes, else what its fields
 * allow.
 *
 * @param number so that no two are alike
 */
record FormFilling(String mark, int number) {

    private static final String TEXTS =
            "textarea[name], input[name][type=text], input[name][type=search],"
                    + " input[name]:not([type])";

    /** Whether there is something to write in it. */
    static boolean isWritten(Element form) {
        return !form.select(TEXTS).isEmpty();
    }

    Form of(Element form) {
        Form filled = Form.empty();
        Set<String> chosen = new HashSet<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String name = field.attr("name");
            if (name.equals("_token") || field.hasAttr("disabled")) {
                continue;
            }
            switch (field.tagName() + " " + field.attr("type")) {
                case "input checkbox", "input radio" -> {
                    if (chosen.add(name)) {
                        filled.with(name, choice(form, field));
                    }
                }
                case "input file", "input submit", "input button", "input image" -> {
                    // Pressed, or not needed.
                }
                default -> filled.with(name, value(field));
            }
        }
        return filled;
    }

    /** One of those with the same name, by turns. */
    private String choice(Element form, Element field) {
        List<Element> choices =
                form.select("input[type=" + field.attr("type") + "]").stream()
                        .filter(each -> each.attr("name").equals(field.attr("name")))
                        .toList();
        Element one = choices.get(number % choices.size());
        return one.hasAttr("value") ? one.attr("value") : "on";
    }

    private String value(Element field) {
        if (field.tagName().equals("select")) {
            List<Element> options =
                    field.select("option").stream()
                            .filter(o -> !o.attr("value").isEmpty())
                            .toList();
            return options.isEmpty() ? "" : options.get(number % options.size()).attr("value");
        }
        String there = field.attr("value");
        return switch (field.attr("type")) {
            case "hidden" -> there;
            case "date" -> there.isEmpty() ? "2026-11-%02d".formatted(number % 28 + 1) : there;
            case "time" -> there.isEmpty() ? "08:30" : there;
            case "datetime-local" -> there.isEmpty() ? "2026-11-03T08:30" : there;
            case "number" -> field.hasAttr("min") ? field.attr("min") : "1";
            case "email" -> "quelquun" + number + "@college.example";
            case "tel" -> "01 99 00 00 00";
            case "url" -> "https://college.example/" + number;
            default -> text(field);
        };
    }

    private String text(Element field) {
        String text = mark + " " + number;
        String longest = field.attr("maxlength");
        return longest.isEmpty() || text.length() <= Integer.parseInt(longest)
                ? text
                : Integer.toString(number);
    }
}

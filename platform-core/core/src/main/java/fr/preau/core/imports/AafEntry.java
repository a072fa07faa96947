package fr.preau.core.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One person, subject, course or establishment of a delivery: what its attributes say, and where.
 *
 * @param line where the entry begins
 * @param attributes only values that are not blank
 */
record AafEntry(String file, int line, AafCategory category, Map<String, List<String>> attributes) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    AafEntry {
        attributes = Map.copyOf(attributes);
    }

    AafRefused refused(String reason) {
        return new AafRefused(file, line, reason);
    }

    /** The « jointure », which identifies the entry wherever else it is named. */
    String identity() {
        String identity = first(category.identity());
        if (identity == null) {
            throw refused("la jointure (" + category.identity() + ") manque");
        }
        if (!IDENTITY.matcher(identity).matches()) {
            throw refused("la jointure « " + shown(identity) + " » n’est pas lisible");
        }
        return identity;
    }

    List<String> all(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** Values that a person has a few of: each of them becomes a row. */
    List<String> atMost(int most, String attribute) {
        List<String> values = all(attribute);
        if (values.size() > most) {
            throw refused("l’attribut " + attribute + " a plus de " + most + " valeurs");
        }
        return values;
    }

    /** A text that must be there. */
    String required(String attribute, int longest) {
        String text = text(attribute, longest);
        if (text == null) {
            throw refused("l’attribut " + attribute + " manque ou est vide");
        }
        return text;
    }

    /** A text that may be missing or empty, which is the same. */
    @Nullable String text(String attribute, int longest) {
        String text = first(attribute);
        if (text != null && text.length() > longest) {
            throw refused("l’attribut " + attribute + " dépasse " + longest + " caractères");
        }
        return text;
    }

    @Nullable LocalDate day(String attribute) {
        String text = first(attribute);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw refused(
                    "« " + shown(text) + " » (" + attribute + ") n’est pas une date JJ/MM/AAAA");
        }
    }

    /** « O » or « N », or the words that newer deliveries write. */
    @Nullable Boolean flag(String attribute) {
        String text = first(attribute);
        if (text == null) {
            return null;
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "O", "OUI", "TRUE", "1" -> true;
            case "N", "NON", "FALSE", "0" -> false;
            default -> throw refused("« " + shown(text) + " » (" + attribute + ") n’est ni O ni N");
        };
    }

    /** The parts of a value that are joined with dollars. */
    String[] parts(String attribute, String value, int least, int most) {
        String[] parts = value.split("\\$", -1);
        if (parts.length < least || parts.length > most) {
            throw refused(
                    "« "
                            + shown(value)
                            + " » ("
                            + attribute
                            + ") a "
                            + parts.length
                            + (parts.length == 1 ? " partie" : " parties")
                            + " au lieu de "
                            + least);
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] = stripped(parts[i]);
        }
        return parts;
    }

    /** A value without the spaces around it, those that do not break a line included. */
    static String stripped(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A value as a message may repeat it. */
    static String shown(String value) {
        return value.length() <= 60 ? value : value.substring(0, 59) + "…";
    }

    private @Nullable String first(String attribute) {
        List<String> values = all(attribute);
        return values.isEmpty() ? null : values.get(0);
    }
}

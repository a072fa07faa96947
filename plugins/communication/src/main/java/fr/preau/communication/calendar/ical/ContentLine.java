package fr.preau.communication.calendar.ical;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a calendar file, unfolded and taken apart.
 *
 * @param number of its first line in the file
 * @param name in capitals
 * @param parameters by their names in capitals
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    private static final int LONGEST_NAME = 60;

    /** Empty for a line that is none. */
    static Optional<ContentLine> of(int number, String line) {
        int colon = outsideQuotes(line, 0, ':');
        if (colon < 1) {
            return Optional.empty();
        }
        String head = line.substring(0, colon);
        int end = outsideQuotes(head, 0, ';');
        String name = (end < 0 ? head : head.substring(0, end)).toUpperCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME || !name.matches("[A-Z0-9-]+")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        while (end >= 0) {
            int next = outsideQuotes(head, end + 1, ';');
            String part = next < 0 ? head.substring(end + 1) : head.substring(end + 1, next);
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).toUpperCase(Locale.ROOT),
                        part.substring(equals + 1).replace("\"", ""));
            }
            end = next;
        }
        return Optional.of(new ContentLine(number, name, parameters, line.substring(colon + 1)));
    }

    private static int outsideQuotes(String text, int from, char wanted) {
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == wanted && !quoted) {
                return at;
            }
        }
        return -1;
    }

    /** Its value as a text (3.3.11). */
    String text() {
        StringBuilder text = new StringBuilder(value.length());
        for (int at = 0; at < value.length(); at++) {
            char sign = value.charAt(at);
            if (sign == '\\' && at + 1 < value.length()) {
                char next = value.charAt(++at);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }
}

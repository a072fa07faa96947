package fr.preau.communication.calendar.ical;

import java.nio.charset.StandardCharsets;

/** Lines of iCalendar, folded at 75 octets and ended as the RFC says (3.1). */
final class ContentLines {

    private static final int OCTETS = 75;

    private final StringBuilder lines = new StringBuilder(8_192);

    /**
     * A line whose value stands as it is.
     *
     * @param name with its parameters, as in {@code DTSTART;VALUE=DATE}
     */
    ContentLines line(String name, String value) {
        String whole = name + ":" + value;
        int octets = 0;
        for (int at = 0; at < whole.length(); ) {
            int point = whole.codePointAt(at);
            int size = octets(point);
            // Never within a sign: its octets stay together.
            if (octets + size > OCTETS) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        lines.append("\r\n");
        return this;
    }

    /** A line that holds a text; left out when it is empty. */
    ContentLines text(String name, String text) {
        return text.isEmpty() ? this : line(name, escaped(text));
    }

    /** What would end the line, or a part of it, is written out (3.3.11); what nobody sees goes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            switch (sign) {
                case '\\', ';', ',' -> escaped.append('\\').append(sign);
                case '\n' -> escaped.append("\\n");
                default -> {
                    if (sign >= ' ' && sign != 0x7f || sign == '\t') {
                        escaped.append(sign);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static int octets(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}

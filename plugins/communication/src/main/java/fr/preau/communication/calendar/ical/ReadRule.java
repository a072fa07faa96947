package fr.preau.communication.calendar.ical;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How something comes again.
 *
 * @param weekly whether it is each week, on the day of its first time
 * @param until the last day on which it may begin; null for no end
 */
record ReadRule(boolean weekly, @Nullable LocalDate until) {

    private static final ReadRule ANOTHER = new ReadRule(false, null);

    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "BYDAY", "WKST", "UNTIL", "COUNT");

    private static final int MOST_TIMES = 10_000;

    static ReadRule of(String rule, LocalDate first) {
        Map<String, String> parts = new HashMap<>();
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        boolean weekly =
                "WEEKLY".equals(parts.get("FREQ"))
                        && "1".equals(parts.getOrDefault("INTERVAL", "1"))
                        && KNOWN.containsAll(parts.keySet())
                        && day(first).equals(parts.getOrDefault("BYDAY", day(first)));
        return weekly ? weekly(parts, first) : ANOTHER;
    }

    /** « MO », « TU » … */
    private static String day(LocalDate date) {
        return date.getDayOfWeek().name().substring(0, 2);
    }

    private static ReadRule weekly(Map<String, String> parts, LocalDate first) {
        String count = parts.get("COUNT");
        if (count != null) {
            return count.matches("[1-9][0-9]{0,5}")
                    ? new ReadRule(
                            true,
                            first.plusWeeks(Math.min(Integer.parseInt(count), MOST_TIMES) - 1L))
                    : ANOTHER;
        }
        String until = parts.get("UNTIL");
        if (until == null) {
            return new ReadRule(true, null);
        }
        return ReadMoment.of(until, null)
                .map(end -> new ReadRule(true, end.at().toLocalDate()))
                .orElse(ANOTHER);
    }
}

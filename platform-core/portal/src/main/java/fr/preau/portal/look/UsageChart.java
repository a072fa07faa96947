package fr.preau.portal.look;

import fr.preau.portal.pages.UsageHour;
import java.util.List;

/** The hours of a module as bars: how often it was called, and how often in vain. */
public record UsageChart(List<UsageHour> hours) {

    /** Fewer bars are no picture. */
    private static final int FEWEST = 2;

    public UsageChart {
        hours = List.copyOf(hours);
    }

    public boolean isWorthDrawing() {
        return hours.size() >= FEWEST;
    }

    public long calls() {
        return hours.stream().mapToLong(UsageHour::calls).sum();
    }

    /** Calls that failed or were given up. */
    public long inVain() {
        return hours.stream().mapToLong(UsageChart::inVain).sum();
    }

    private static long inVain(UsageHour hour) {
        return hour.errors() + hour.late();
    }

    public long most() {
        return hours.stream().mapToLong(UsageHour::calls).max().orElse(0);
    }

    /** How high the bar of an hour is, of 100. */
    public int height(UsageHour hour) {
        return part(hour.calls());
    }

    /** How much of it was in vain, of 100. */
    public int heightInVain(UsageHour hour) {
        return inVain(hour) == 0 ? 0 : part(inVain(hour));
    }

    private int part(long calls) {
        return Math.max(1, Math.round(100f * calls / Math.max(1, most())));
    }
}

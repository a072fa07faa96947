package fr.preau.portal.look;

import fr.preau.portal.pages.CollegeLine;
import java.util.Comparator;
import java.util.List;

/**
 * The collèges as bars, from the smallest to the largest: what a table of numbers does not show at
 * a glance.
 *
 * @param colleges those whose people are known, by their number of pupils
 */
public record SizeChart(List<CollegeLine> colleges) {

    /** Fewer bars are no picture. */
    private static final int FEWEST = 3;

    public SizeChart {
        colleges = List.copyOf(colleges);
    }

    static SizeChart of(List<CollegeLine> lines) {
        return new SizeChart(
                lines.stream()
                        .filter(line -> line.pupils() > 0)
                        .sorted(Comparator.comparingInt(CollegeLine::pupils))
                        .toList());
    }

    public boolean isWorthDrawing() {
        return colleges.size() >= FEWEST;
    }

    public CollegeLine smallest() {
        return colleges.get(0);
    }

    public CollegeLine largest() {
        return colleges.get(colleges.size() - 1);
    }

    /** As many collèges are smaller than this as are larger. */
    public int median() {
        int middle = colleges.size() / 2;
        int upper = colleges.get(middle).pupils();
        return colleges.size() % 2 == 1 ? upper : (colleges.get(middle - 1).pupils() + upper) / 2;
    }

    /** How high a bar is, of 100. */
    public int height(CollegeLine college) {
        return Math.max(1, Math.round(100f * college.pupils() / largest().pupils()));
    }
}

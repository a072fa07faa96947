package fr.preau.communication.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * How much was written and how soon it was read, week by week, the latest first.
 *
 * @param weeks those of the last three months in which something was sent
 */
public record FiguresPage(List<Week> weeks) {

    public FiguresPage {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week.
     *
     * @param monday its first day
     * @param readers how many people the letters went to, each letter counted
     * @param readSoon how many of these had read within a day
     * @param answered how many of these had answered within a day
     */
    public record Week(LocalDate monday, int letters, int readers, int readSoon, int answered) {

        /** Of a hundred readers, so many had read within a day. */
        public int readPercent() {
            return readers == 0 ? 0 : Math.round(100f * readSoon / readers);
        }

        Week and(Week other) {
            return new Week(
                    monday,
                    letters + other.letters,
                    readers + other.readers,
                    readSoon + other.readSoon,
                    answered + other.answered);
        }
    }
}

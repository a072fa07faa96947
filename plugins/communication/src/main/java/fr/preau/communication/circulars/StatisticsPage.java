package fr.preau.communication.circulars;

import java.util.List;

/** How circulars were read and answered, month by month, without persons. */
public record StatisticsPage(List<Month> months) {

    public StatisticsPage {
        months = List.copyOf(months);
    }

    /**
     * @param month as in {@code 2026-11}
     * @param asked how often a guardian was asked for an answer
     * @param readWithinADay how often it was read within 24 hours
     * @param answered how often it was answered
     */
    public record Month(String month, int circulars, int asked, int readWithinADay, int answered) {

        public int readShare() {
            return asked == 0 ? 0 : Math.round(100f * readWithinADay / asked);
        }

        public int answeredShare() {
            return asked == 0 ? 0 : Math.round(100f * answered / asked);
        }
    }
}

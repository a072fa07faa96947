package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the accueil shows: the circulars that ask this guardian for an answer, the most urgent
 * first.
 *
 * @param count how many in all, one for each child
 * @param first five at most
 */
public record CircularsCard(long count, List<Line> first) {

    public CircularsCard {
        first = List.copyOf(first);
    }

    /**
     * @param overdue whether the deadline has passed
     */
    public record Line(
            UUID circular, String title, String child, LocalDate deadline, boolean overdue) {}
}

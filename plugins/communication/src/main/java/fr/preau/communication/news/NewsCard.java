package fr.preau.communication.news;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the accueil shows of the news.
 *
 * @param newest three at most
 */
public record NewsCard(List<Line> newest) {

    public NewsCard {
        newest = List.copyOf(newest);
    }

    /** One of them. */
    public record Line(UUID id, String title, Instant at, boolean pinned) {}
}

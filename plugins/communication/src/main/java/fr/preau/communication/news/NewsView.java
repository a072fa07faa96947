package fr.preau.communication.news;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A news as it is read.
 *
 * @param publishAt since when, or from when on; null if nobody has said
 * @param editedAt when its words were changed after people could read them; null if never
 * @param picture whether it has one
 */
public record NewsView(
        UUID id,
        boolean ofTheDepartement,
        String title,
        String text,
        @Nullable Instant publishAt,
        @Nullable Instant editedAt,
        boolean pinned,
        boolean picture,
        String pictureAlt) {

    static NewsView of(News news) {
        return new NewsView(
                news.id(),
                !news.isOfTheCollege(),
                news.title(),
                news.text(),
                news.schedule().start(),
                news.editedAt(),
                news.isPinned(),
                news.picture().isPresent(),
                news.pictureAlt());
    }
}

package fr.preau.communication.news;

import fr.preau.api.page.PageOf;
import fr.preau.api.text.RichText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The news that somebody may read, pinned ones first, then the newest.
 *
 * @param writes whether this person writes news too
 */
public record NewsListPage(PageOf<Line> news, boolean writes) {

    /**
     * One of them.
     *
     * @param beginning of its text
     */
    public record Line(
            UUID id,
            boolean ofTheDepartement,
            String title,
            String beginning,
            @Nullable Instant publishAt,
            boolean pinned) {

        private static final int BEGINNING = 180;

        static Line of(News news) {
            return new Line(
                    news.id(),
                    !news.isOfTheCollege(),
                    news.title(),
                    beginning(news.text()),
                    news.schedule().start(),
                    news.isPinned());
        }

        /** Cut between two words, and never within a letter of two characters. */
        private static String beginning(String text) {
            String plain = RichText.of(text).plain().replaceAll("\\s+", " ");
            if (plain.length() <= BEGINNING) {
                return plain;
            }
            int blank = plain.lastIndexOf(' ', BEGINNING);
            int end = blank > 0 ? blank : plain.offsetByCodePoints(0, BEGINNING / 2);
            return plain.substring(0, end) + " …";
        }
    }
}

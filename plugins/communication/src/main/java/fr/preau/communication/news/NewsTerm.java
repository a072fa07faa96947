package fr.preau.communication.news;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The end of news: a month after they have ended they are archived, and two years after anything
 * was last done with one that nobody sees it is gone, with its picture.
 */
final class NewsTerm {

    static final Duration UNTIL_ARCHIVED = Duration.ofDays(30);
    static final Duration UNTIL_GONE = Duration.ofDays(730);

    private static final int AT_ONCE = 100;

    private final EntityManager entities;
    private final NewsPictures pictures;
    private final Clock clock;

    NewsTerm(EntityManager entities, NewsPictures pictures, Clock clock) {
        this.entities = entities;
        this.pictures = pictures;
        this.clock = clock;
    }

    Job job() {
        return Job.daily("news-term", LocalTime.of(3, 40), this::run);
    }

    private void run(JobRun run) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<News> ended = some("News.ended", now.minus(UNTIL_ARCHIVED));
        ended.forEach(news -> news.archiveByItself(now));
        List<News> old = some("News.old", now.minus(UNTIL_GONE));
        for (News news : old) {
            news.picture().ifPresent(pictures::delete);
            entities.remove(news);
        }
        if (ended.size() == AT_ONCE || old.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    private List<News> some(String query, Instant before) {
        return entities.createNamedQuery(query, News.class)
                .setParameter("published", NewsState.PUBLISHED)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }
}

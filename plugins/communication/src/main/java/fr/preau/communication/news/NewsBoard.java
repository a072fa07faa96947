package fr.preau.communication.news;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.FileId;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.remembered.Remembered;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * News as those see them for whom they are. A page is three statements at most; the card is none
 * while the newest are remembered, and one of the directory where some are for a few classes only.
 */
final class NewsBoard {

    private static final int LINES = 15;
    private static final int ON_THE_CARD = 3;

    /** Among so many of the newest the card finds its three, as a rule. */
    private static final int LOOKED_AT = 40;

    private final EntityManager entities;
    private final Directory directory;
    private final NewestNews newest;
    private final Moments moments;

    NewsBoard(EntityManager entities, Directory directory, NewestNews newest, Moments moments) {
        this.entities = entities;
        this.directory = directory;
        this.newest = newest;
        this.moments = moments;
    }

    NewsListPage list(Caller caller, int page) {
        NewsReader reader = NewsReader.of(caller, directory);
        PageOf<News> found =
                PageOf.from(seenBy(reader, (page - 1) * LINES, LINES + 1), page, LINES);
        return new NewsListPage(
                new PageOf<>(
                        found.items().stream().map(NewsListPage.Line::of).toList(),
                        found.number(),
                        found.more()),
                Desk.of(caller).writes());
    }

    private List<News> seenBy(NewsReader reader, int from, int most) {
        return seen("News.seen", News.class, reader.profile(), moments.now())
                .setParameter("everywhere", reader.everywhere())
                .setParameter("pattern", reader.pattern())
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> seen(String query, Class<T> result, Profile profile, Moment moment) {
        return entities.createNamedQuery(query, result)
                .setParameter("published", NewsState.PUBLISHED)
                .setParameter("now", moment.now())
                .setParameter("soon", moment.now())
                .setParameter("out", moment.out())
                .setParameter("profile", profile.name());
    }

    /** The three that stand on the accueil. */
    NewsCard card(College college, Caller caller) {
        List<NewsRow> rows =
                newest.of(college, caller.profile(), () -> readNewest(caller.profile()));
        Moment now = moments.now();
        List<NewsCard.Line> lines = new ArrayList<>();
        NewsReader reader = null;
        for (NewsRow row : rows.stream().filter(row -> row.isSeen(now)).toList()) {
            if (lines.size() == ON_THE_CARD) {
                break;
            }
            if (!row.places().isEmpty() && reader == null) {
                reader = NewsReader.of(caller, directory);
            }
            if (row.places().isEmpty() || belongs(reader, row)) {
                lines.add(new NewsCard.Line(row.id(), row.title(), row.publishAt(), row.pinned()));
            }
        }
        if (lines.size() < ON_THE_CARD && rows.size() == LOOKED_AT && reader != null) {
            return cardOf(seenBy(reader, 0, ON_THE_CARD));
        }
        return new NewsCard(lines);
    }

    private List<NewsRow> readNewest(Profile profile) {
        Moment now = moments.now();
        Moment soon = now.after(Remembered.LONGEST);
        // What comes while they are remembered is among them, and not shown before its moment.
        return seen("News.onCard", NewsRow.class, profile, now)
                .setParameter("soon", soon.now())
                .setParameter("out", soon.out())
                .setMaxResults(LOOKED_AT)
                .getResultList();
    }

    private static boolean belongs(@Nullable NewsReader reader, NewsRow row) {
        return reader != null
                && (reader.everywhere()
                        || Readership.storedPlaces(row.places()).stream()
                                .anyMatch(reader::belongsTo));
    }

    private static NewsCard cardOf(List<News> news) {
        return new NewsCard(
                news.stream()
                        .map(
                                each ->
                                        new NewsCard.Line(
                                                each.id(),
                                                each.title(),
                                                each.publishedAt(),
                                                each.isPinned()))
                        .toList());
    }

    NewsPage read(Caller caller, @Nullable UUID id) {
        News news = readable(caller, id);
        PersonId author = new PersonId(news.author());
        String name =
                news.isOfTheCollege()
                        ? directory.persons(List.of(author)).values().stream()
                                .map(person -> person.displayName())
                                .findFirst()
                                .orElse(null)
                        : null;
        return new NewsPage(
                NewsView.of(news), name, recourse(caller, news), Desk.of(caller).publishes());
    }

    private static Recourse recourse(Caller caller, News news) {
        return news.isOfTheCollege()
                ? Recourse.against(Evidence.Kind.NEWS, news.id(), caller, news.author(), true)
                : Recourse.none(Evidence.Kind.NEWS, news.id());
    }

    FileId picture(Caller caller, @Nullable UUID id) {
        News news = id == null ? null : entities.find(News.class, id);
        if (news == null) {
            throw Refusal.notFound();
        }
        if (!Desk.of(caller).sees(news) && !isReadable(news, caller)) {
            throw Refusal.notFound();
        }
        return news.picture().orElseThrow(Refusal::notFound);
    }

    /** One that this person may read now; any other is not there. */
    private News readable(Caller caller, @Nullable UUID id) {
        News news = id == null ? null : entities.find(News.class, id);
        if (news == null || !isReadable(news, caller)) {
            throw Refusal.notFound();
        }
        return news;
    }

    boolean isReadable(News news, Caller caller) {
        Readership readership = news.readership();
        return news.isSeen(moments.now())
                && readership.profiles().contains(caller.profile())
                && (readership.isForAll() || readership.holds(NewsReader.of(caller, directory)));
    }
}

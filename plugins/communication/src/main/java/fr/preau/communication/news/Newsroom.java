package fr.preau.communication.news;

import fr.preau.api.directory.Directory;
import fr.preau.api.files.FileId;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.news.Place.Level;
import fr.preau.communication.news.Place.OneClass;
import fr.preau.communication.pictures.PictureForPages;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.KeepingDeleted;
import fr.preau.communication.reports.Recourse;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News before they are read: what those do who write and publish. */
final class Newsroom {

    private static final int LINES = 20;

    private final EntityManager entities;
    private final Directory directory;
    private final NewsPictures pictures;
    private final WritingGuard guard;
    private final NewsTidings tidings;
    private final KeepingDeleted deleted;
    private final NewestNews newest;
    private final Moments moments;
    private final Clock clock;

    Newsroom(
            EntityManager entities,
            Directory directory,
            NewsPictures pictures,
            WritingGuard guard,
            NewsTidings tidings,
            KeepingDeleted deleted,
            NewestNews newest,
            Moments moments,
            Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.pictures = pictures;
        this.guard = guard;
        this.tidings = tidings;
        this.deleted = deleted;
        this.newest = newest;
        this.moments = moments;
        this.clock = clock;
    }

    /** One list of the desk: two statements. */
    DeskPage list(Caller caller, DeskInput input) {
        Desk desk = Desk.of(caller);
        DeskView view = desk.publishes() ? input.shown() : DeskView.MINE;
        PageOf<News> found =
                PageOf.from(
                        query(caller, view)
                                .setFirstResult((input.number() - 1) * LINES)
                                .setMaxResults(LINES + 1)
                                .getResultList(),
                        input.number(),
                        LINES);
        Map<PersonId, Person> authors =
                view == DeskView.MINE || found.items().isEmpty()
                        ? Map.of()
                        : directory.persons(
                                found.items().stream()
                                        .map(news -> new PersonId(news.author()))
                                        .distinct()
                                        .toList());
        Moment now = moments.now();
        return new DeskPage(
                view,
                desk.publishes(),
                new PageOf<>(
                        found.items().stream().map(news -> line(news, authors, now)).toList(),
                        found.number(),
                        found.more()));
    }

    private TypedQuery<News> query(Caller caller, DeskView view) {
        return switch (view) {
            case MINE ->
                    entities.createNamedQuery("News.written", News.class)
                            .setParameter("person", caller.person().value())
                            .setParameter("archived", NewsState.ARCHIVED);
            case REVIEW -> inState(NewsState.REVIEW);
            case PUBLISHED -> inState(NewsState.PUBLISHED);
            case ARCHIVED -> inState(NewsState.ARCHIVED, NewsState.WITHDRAWN);
        };
    }

    private TypedQuery<News> inState(NewsState... states) {
        return entities.createNamedQuery("News.inState", News.class)
                .setParameter("states", List.of(states));
    }

    private static DeskPage.Line line(News news, Map<PersonId, Person> authors, Moment now) {
        return new DeskPage.Line(
                news.id(),
                news.title(),
                DeskPage.Stage.of(news, now),
                news.changedAt(),
                name(news, authors));
    }

    private static @Nullable String name(News news, Map<PersonId, Person> authors) {
        return Optional.ofNullable(authors.get(new PersonId(news.author())))
                .map(Person::displayName)
                .orElse(null);
    }

    /** A news as its readers will see it, and what may be done with it: three statements. */
    NewsDraftPage look(Caller caller, @Nullable UUID id) {
        Desk desk = Desk.of(caller);
        News news = there(desk, id, LockModeType.NONE);
        Readership readership = news.readership();
        Map<PersonId, Person> author =
                news.isOfTheCollege()
                        ? directory.persons(List.of(new PersonId(news.author())))
                        : Map.of();
        return new NewsDraftPage(
                NewsView.of(news),
                DeskPage.Stage.of(news, moments.now()),
                name(news, author),
                news.remark(),
                Readership.POSSIBLE.stream().filter(readership.profiles()::contains).toList(),
                readership.places().stream()
                        .filter(Level.class::isInstance)
                        .map(level -> ((Level) level).number())
                        .sorted()
                        .toList(),
                classNames(readership),
                news.isForPublic(),
                news.schedule().end().equals(Schedule.NEVER) ? null : news.schedule().end(),
                news.version(),
                desk.mayChange(news),
                desk.actsOn(news),
                Recourse.ofSchool(
                        Evidence.Kind.NEWS,
                        news.id(),
                        caller,
                        news.author(),
                        ReportedNews.isWithdrawable(news)));
    }

    private List<String> classNames(Readership readership) {
        List<UUID> classes =
                readership.places().stream()
                        .filter(OneClass.class::isInstance)
                        .map(one -> ((OneClass) one).schoolClass().value())
                        .toList();
        return classes.isEmpty()
                ? List.of()
                : directory.classes().stream()
                        .filter(each -> classes.contains(each.id().value()))
                        .map(SchoolClass::name)
                        .toList();
    }

    /** One that this person may change. */
    News toChange(Caller caller, @Nullable UUID id) {
        Desk desk = Desk.of(caller);
        News news = there(desk, id, LockModeType.NONE);
        if (!desk.mayChange(news)) {
            throw NewsProblem.changedMeanwhile();
        }
        return news;
    }

    private News there(Desk desk, @Nullable UUID id, LockModeType lock) {
        News news = id == null ? null : entities.find(News.class, id, lock);
        if (news == null || !desk.sees(news)) {
            throw Refusal.notFound();
        }
        return news;
    }

    /**
     * Writes a new one, once for each form; whoever goes back and changes what the form still shows
     * changes the draft.
     */
    News write(Caller author, UUID key, NewsContent content, @Nullable PictureForPages picture) {
        Instant now = now();
        entities.createNamedQuery("News.claim")
                .setParameter(1, key)
                .setParameter(2, author.person().value())
                .setParameter(3, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(4, LocalDateTime.ofInstant(Schedule.NEVER, ZoneOffset.UTC))
                .executeUpdate();
        News news = there(Desk.of(author), key, LockModeType.PESSIMISTIC_WRITE);
        boolean fresh = news.version() == 0;
        if (fresh || (Desk.of(author).mayChange(news) && !news.says(content))) {
            put(news, content, picture, false, author, now);
        }
        return news;
    }

    /**
     * Changes one.
     *
     * @param version that the form was made of
     * @return empty when somebody else has changed it since
     */
    Optional<News> change(
            Caller editor,
            @Nullable UUID id,
            int version,
            NewsContent content,
            @Nullable PictureForPages picture,
            boolean dropPicture) {
        Desk desk = Desk.of(editor);
        News news = there(desk, id, LockModeType.PESSIMISTIC_WRITE);
        if (news.version() != version) {
            // The same form sent twice has nothing to add.
            return news.says(content) ? Optional.of(news) : Optional.empty();
        }
        if (!desk.mayChange(news)) {
            throw NewsProblem.changedMeanwhile();
        }
        if (news.state() == NewsState.PUBLISHED) {
            guard.admit(editor);
        }
        put(news, content, picture, dropPicture, editor, now());
        return Optional.of(news);
    }

    /** Whether readers read something else than before. */
    private static boolean rewrites(News news, NewsContent content) {
        return !news.title().equals(content.title()) || !news.text().equals(content.text());
    }

    private void keepIfSeen(News news, PersonId by, Instant now) {
        if (news.wasSeen(now)) {
            deleted.keep(Evidence.Kind.NEWS, news.id(), ReportedNews.shown(news), by);
        }
    }

    private void put(
            News news,
            NewsContent content,
            @Nullable PictureForPages picture,
            boolean dropPicture,
            Caller editor,
            Instant now) {
        Optional<FileId> before = news.picture();
        if (picture != null || dropPicture || rewrites(news, content)) {
            keepIfSeen(news, editor.person(), now);
        }
        Optional<FileId> after =
                picture != null
                        ? Optional.of(pictures.keep(picture))
                        : dropPicture ? Optional.empty() : before;
        news.write(content, after, editor.person(), now);
        newest.forget();
        if (!after.equals(before)) {
            before.ifPresent(pictures::delete);
        }
    }

    /** Does something with a news as the page showed it. */
    News act(Caller caller, NewsAct act, ActInput input) {
        Desk desk = Desk.of(caller);
        News news = there(desk, input.news(), LockModeType.PESSIMISTIC_WRITE);
        boolean possible = desk.actsOn(news).contains(act);
        boolean asShown = news.version() == Objects.requireNonNullElse(input.version(), -1);
        if (!possible || !asShown) {
            boolean changes = act != NewsAct.DELETE && act != NewsAct.ALERT;
            if (news.state() == act.leadsTo() && changes) {
                return news; // Pressed twice, or by two at once.
            }
            throw NewsProblem.changedMeanwhile();
        }
        if (act == NewsAct.PUBLISH || act == NewsAct.SEND || act == NewsAct.ALERT) {
            guard.admit(caller);
        }
        int before = news.version();
        act(news, act, caller.person(), CleanText.ofLines(input.remark()));
        if (act == NewsAct.PUBLISH) {
            guard.count(caller, news.id(), 1);
        }
        newest.forget();
        if (act != NewsAct.DELETE) {
            tidings.done(act, news, before, caller);
        }
        return news;
    }

    private void act(News news, NewsAct act, PersonId person, String remark) {
        Instant now = now();
        switch (act) {
            case PUBLISH -> {
                if (!news.schedule().end().isAfter(now)) {
                    throw NewsProblem.hasEnded();
                }
                news.publish(person, now);
            }
            case SEND -> news.sendToReview(person, now);
            case GIVE_BACK -> news.giveBack(cut(remark), person, now);
            case TAKE_BACK -> {
                keepIfSeen(news, person, now);
                news.takeBack(person, now);
            }
            case ARCHIVE -> news.archive(person, now);
            case ALERT -> {
                if (!news.wasSeen(now) || news.hasEnded(now)) {
                    throw NewsProblem.isNotThere();
                }
            }
            case DELETE -> {
                news.picture().ifPresent(pictures::delete);
                entities.remove(news);
            }
        }
    }

    private static String cut(String remark) {
        int longest = NewsContent.LONGEST_REMARK;
        return remark.length() <= longest
                ? remark
                : remark.substring(0, remark.offsetByCodePoints(0, longest / 2));
    }

    /** As exact as the tables are. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

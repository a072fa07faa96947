package fr.preau.communication.news;

import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.reports.Shown;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** News as their readers report them and the school takes them away; not the Département's. */
final class ReportedNews implements Publication {

    private final EntityManager entities;
    private final NewsBoard board;
    private final NewestNews newest;

    ReportedNews(EntityManager entities, NewsBoard board, NewestNews newest) {
        this.entities = entities;
        this.board = board;
        this.newest = newest;
    }

    @Override
    public Evidence.Kind kind() {
        return Evidence.Kind.NEWS;
    }

    @Override
    public Optional<Shown> shownTo(Caller reader, UUID thing) {
        return held(thing)
                .filter(News::isOfTheCollege)
                .filter(news -> board.isReadable(news, reader))
                .map(ReportedNews::shown);
    }

    @Override
    public Optional<Shown> published(UUID thing) {
        return held(thing).filter(ReportedNews::isWithdrawable).map(ReportedNews::shown);
    }

    static boolean isWithdrawable(News news) {
        return news.isOfTheCollege() && news.state() == NewsState.PUBLISHED;
    }

    private Optional<News> held(UUID thing) {
        return Optional.ofNullable(
                entities.find(News.class, thing, LockModeType.PESSIMISTIC_WRITE));
    }

    static Shown shown(News news) {
        Readership readers = news.readership();
        List<String> audience =
                Readership.POSSIBLE.stream()
                        .filter(readers.profiles()::contains)
                        .map(profile -> Wording.of("news.profile." + profile))
                        .toList();
        String text =
                news.pictureAlt().isEmpty()
                        ? news.text()
                        : news.text() + "\n\n" + news.pictureAlt();
        return new Shown(
                new PersonId(news.author()),
                news.title(),
                text,
                audience,
                news.changedAt(),
                news.picture().stream().toList());
    }

    @Override
    public String addressForAuthor(UUID thing) {
        return "/newsroom/" + thing;
    }

    @Override
    public List<String> toldAs(UUID thing) {
        return List.of(NewsTidings.alertKey(thing));
    }

    @Override
    public void withdraw(UUID thing, Instant now) {
        held(thing).filter(ReportedNews::isWithdrawable).ifPresent(news -> news.withdraw(now));
        newest.forget();
    }

    @Override
    public void giveBack(UUID thing, Instant now) {
        held(thing)
                .filter(news -> news.state() == NewsState.WITHDRAWN)
                .ifPresent(news -> news.giveBack(now));
        newest.forget();
    }
}

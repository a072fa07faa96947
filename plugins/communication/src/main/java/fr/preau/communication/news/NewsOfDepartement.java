package fr.preau.communication.news;

import fr.preau.api.event.departement.Announced;
import fr.preau.communication.messages.CleanText;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts what the Département announces among the news of the collège. */
final class NewsOfDepartement {

    /** Stands for no person. */
    private static final UUID NOBODY = UUID.fromString("00000000-0000-7000-8000-000000000092");

    private final EntityManager entities;
    private final NewestNews newest;

    NewsOfDepartement(EntityManager entities, NewestNews newest) {
        this.entities = entities;
        this.newest = newest;
    }

    void show(Announced announced, Instant at) {
        if (entities.find(News.class, announced.announcement()) != null) {
            return;
        }
        NewsContent content =
                new NewsContent(
                        CleanText.ofLine(announced.title()),
                        CleanText.ofLines(announced.text()),
                        Readership.of(announced.profiles(), List.of()),
                        new Schedule(
                                at, Objects.requireNonNullElse(announced.endsAt(), Schedule.NEVER)),
                        false,
                        false,
                        "");
        entities.persist(News.ofTheDepartement(announced.announcement(), NOBODY, content, at));
        newest.forget();
    }
}

package fr.preau.communication.news;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * The news that somebody wrote, published or changed.
 *
 * <p>What was published is the collège's and stays without the person's name; what was not, a draft
 * or one that waits to be read, is the person's and goes.
 */
final class NewsOfPerson implements PersonalData {

    private final EntityManager entities;
    private final NewsPictures pictures;
    private final NewIds ids;

    NewsOfPerson(EntityManager entities, NewsPictures pictures, NewIds ids) {
        this.entities = entities;
        this.pictures = pictures;
        this.ids = ids;
    }

    @Override
    public List<KeptNews> export(PersonId person) {
        return entities.createNamedQuery("News.ofPerson", News.class)
                .setParameter("person", person.value())
                .getResultStream()
                .map(news -> kept(news, person))
                .toList();
    }

    private static KeptNews kept(News news, PersonId person) {
        boolean author = news.author().equals(person.value());
        return new KeptNews(
                Wording.of(author ? "news.kept.written" : "news.kept.edited"),
                news.title(),
                news.text(),
                news.createdAt(),
                news.changedAt());
    }

    @Override
    public ErasureReport erase(PersonId person) {
        List<News> drafts =
                entities.createNamedQuery("News.draftsOf", News.class)
                        .setParameter("person", person.value())
                        .setParameter("unpublished", List.of(NewsState.DRAFT, NewsState.REVIEW))
                        .getResultList();
        for (News draft : drafts) {
            draft.picture().ifPresent(pictures::delete);
            entities.remove(draft);
        }
        entities.flush();
        UUID nobody = ids.next();
        int written = renamed("News.renameAuthor", person, nobody);
        int edited = renamed("News.renameEditor", person, nobody);
        return new ErasureReport(drafts.size(), Math.max(written, edited), List.of());
    }

    private int renamed(String query, PersonId person, UUID nobody) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .setParameter("nobody", nobody)
                .executeUpdate();
    }
}

package fr.preau.communication.news;

import fr.preau.api.files.FileId;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.College;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** News as everybody sees them: those that were marked so, and of those no name. One statement. */
final class PublicBoard {

    private static final int LINES = 15;

    private final EntityManager entities;
    private final Moments moments;

    PublicBoard(EntityManager entities, Moments moments) {
        this.entities = entities;
        this.moments = moments;
    }

    FrontPage front(College college, int page) {
        Moment moment = moments.now();
        List<News> found =
                entities.createNamedQuery("News.forPublic", News.class)
                        .setParameter("published", NewsState.PUBLISHED)
                        .setParameter("now", moment.now())
                        .setParameter("soon", moment.now())
                        .setParameter("out", moment.out())
                        .setFirstResult((page - 1) * LINES)
                        .setMaxResults(LINES + 1)
                        .getResultList();
        return new FrontPage(
                college.name(),
                college.commune(),
                PageOf.from(found.stream().map(NewsListPage.Line::of).toList(), page, LINES));
    }

    FrontNewsPage read(@Nullable UUID id) {
        return new FrontNewsPage(NewsView.of(there(id)));
    }

    FileId picture(@Nullable UUID id) {
        return there(id).picture().orElseThrow(Refusal::notFound);
    }

    private News there(@Nullable UUID id) {
        News news = id == null ? null : entities.find(News.class, id);
        if (news == null || !news.isForPublic() || !news.isSeen(moments.now())) {
            throw Refusal.notFound();
        }
        return news;
    }
}

package fr.preau.communication.news;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.event.departement.Announced;
import fr.preau.api.files.FileStore;
import fr.preau.api.job.Job;
import fr.preau.api.notice.Notices;
import fr.preau.api.plugin.Card;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.communication.reports.KeepingDeleted;
import fr.preau.communication.reports.Publication;
import fr.preau.communication.safety.WritingGuard;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** News as the module brings them to Préau: their addresses, their card, their term. */
public final class SchoolNews {

    private final NewsRoutes reading;
    private final NewsroomRoutes writing;
    private final FrontRoutes front;
    private final NewsTerm term;
    private final NewsOfDepartement departement;
    private final NewsOfPerson kept;
    private final ReportedNews reported;

    public SchoolNews(
            EntityManager entities,
            Directory directory,
            FileStore files,
            WritingGuard guard,
            KeepingDeleted deleted,
            NewIds ids,
            Notices notices,
            Clock clock) {
        NewsPictures pictures = new NewsPictures(files);
        NewestNews newest = new NewestNews(clock);
        Moments moments = new Moments(guard, clock);
        NewsBoard board = new NewsBoard(entities, directory, newest, moments);
        this.reading = new NewsRoutes(board);
        this.reported = new ReportedNews(entities, board, newest);
        this.writing =
                new NewsroomRoutes(
                        new Newsroom(
                                entities,
                                directory,
                                pictures,
                                guard,
                                new NewsTidings(notices, directory),
                                deleted,
                                newest,
                                moments,
                                clock),
                        new NewsForm(directory, ids),
                        pictures);
        this.front = new FrontRoutes(new PublicBoard(entities, moments));
        this.departement = new NewsOfDepartement(entities, newest);
        this.term = new NewsTerm(entities, pictures, clock);
        this.kept = new NewsOfPerson(entities, pictures, ids);
    }

    public List<Route<?, ?>> routes() {
        return Stream.of(reading.routes(), writing.routes(), front.routes())
                .<Route<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** What readers report, and the school takes away. */
    public Publication publication() {
        return reported;
    }

    public Card<NewsCard> card() {
        return reading.card();
    }

    public List<Job> jobs() {
        return List.of(term.job());
    }

    /** Shows what the Département announces among the news; one that is there already stays so. */
    public void ofTheDepartement(Announced announced, Instant at) {
        departement.show(announced, at);
    }

    /** What is kept of those who write and publish. */
    public PersonalData personalData() {
        return kept;
    }
}

package fr.preau.communication.news;

import fr.preau.api.files.FileId;
import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A news of the collège.
 *
 * <p>It is born as a draft of its author, who sends it to be read by those who publish. These give
 * it back with a word, or publish it, at once or for a later moment; they may publish their own
 * without asking anybody. From its moment on its readers see it, until its end, until it is taken
 * back to be a draft again, until the school withdraws it, or until it is archived. Changed after
 * its readers could see it, it says so. An archived one is seen by those who publish until its
 * term, and then is gone.
 *
 * <p>Every change counts its version, and every form names the version that it was made of: what
 * somebody publishes is what they have read.
 */
@Entity
@Table(name = "communication_news")
@NamedQuery(
        name = "News.seen",
        query =
                "SELECT n FROM News n"
                        + News.SEEN
                        + " AND (n.places = '' OR :everywhere = TRUE OR n.places REGEXP :pattern)"
                        + " ORDER BY n.pinned DESC, n.publishAt DESC, n.id DESC")
@NamedQuery(
        name = "News.onCard",
        query =
                "SELECT NEW fr.preau.communication.news.NewsRow("
                        + "n.id, n.origin, n.title, n.publishAt, n.endAt, n.pinned, n.places) FROM News n"
                        + News.SEEN
                        + " ORDER BY n.pinned DESC, n.publishAt DESC, n.id DESC")
@NamedQuery(
        name = "News.forPublic",
        query =
                "SELECT n FROM News n"
                        + News.OUT
                        + " AND n.forPublic = TRUE"
                        + " ORDER BY n.pinned DESC, n.publishAt DESC, n.id DESC")
@NamedQuery(
        name = "News.written",
        query =
                "SELECT n FROM News n WHERE n.authorId = :person AND n.state <> :archived"
                        + " ORDER BY n.changedAt DESC, n.id DESC")
@NamedQuery(
        name = "News.inState",
        query =
                "SELECT n FROM News n WHERE n.state IN :states"
                        + " ORDER BY n.changedAt DESC, n.id DESC")
@NamedQuery(
        name = "News.ofPerson",
        query =
                "SELECT n FROM News n WHERE n.authorId = :person OR n.editorId = :person"
                        + " ORDER BY n.createdAt, n.id")
@NamedQuery(
        name = "News.draftsOf",
        query = "SELECT n FROM News n WHERE n.authorId = :person AND n.state IN :unpublished")
@NamedQuery(
        name = "News.renameAuthor",
        query = "UPDATE News n SET n.authorId = :nobody WHERE n.authorId = :person")
@NamedQuery(
        name = "News.renameEditor",
        query = "UPDATE News n SET n.editorId = :nobody WHERE n.editorId = :person")
@NamedQuery(
        name = "News.ended",
        query =
                "SELECT n FROM News n WHERE n.state = :published AND n.endAt < :before"
                        + " ORDER BY n.endAt")
@NamedQuery(
        name = "News.old",
        query =
                "SELECT n FROM News n WHERE n.state <> :published AND n.changedAt < :before"
                        + " ORDER BY n.changedAt")
@NamedNativeQuery(
        name = "News.claim",
        // The same form, sent twice, waits here for the first and then changes nothing.
        query =
                "INSERT INTO communication_news (id, origin, state, author_id, editor_id, title,"
                        + " body, for_pupils, for_guardians, for_teachers, for_staff, places,"
                        + " for_public, pinned, created_at, changed_at, end_at, version)"
                        + " VALUES (?1, 'COLLEGE', 'DRAFT', ?2, ?2, '', '', FALSE, FALSE, FALSE,"
                        + " FALSE, '', FALSE, FALSE, ?3, ?3, ?4, 0)"
                        + " ON DUPLICATE KEY UPDATE id = id")
public class News {

    /** Published, its moment has come or comes soon, and it has not ended. */
    static final String OUT =
            " WHERE n.state = :published AND n.endAt > :now AND (n.publishAt <= :out OR"
                    + " (n.origin = fr.preau.communication.news.NewsOrigin.DEPARTEMENT"
                    + " AND n.publishAt <= :soon))";

    /** The same, for the profile. */
    static final String SEEN =
            OUT
                    + " AND ((:profile = 'PUPIL' AND n.forPupils = TRUE)"
                    + " OR (:profile = 'GUARDIAN' AND n.forGuardians = TRUE)"
                    + " OR (:profile = 'TEACHER' AND n.forTeachers = TRUE)"
                    + " OR (:profile = 'STAFF' AND n.forStaff = TRUE))";

    /** Stands where there is none, for EclipseLink can't read a UUID that is null. */
    private static final UUID NO_PICTURE = new UUID(0, 0);

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private NewsOrigin origin;

    @Enumerated(EnumType.STRING)
    private NewsState state;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "editor_id")
    private UUID editorId;

    private String title;

    @Column(name = "body")
    private String text;

    private String remark;

    @Column(name = "for_pupils")
    private boolean forPupils;

    @Column(name = "for_guardians")
    private boolean forGuardians;

    @Column(name = "for_teachers")
    private boolean forTeachers;

    @Column(name = "for_staff")
    private boolean forStaff;

    private String places;

    @Column(name = "for_public")
    private boolean forPublic;

    private boolean pinned;

    @Column(name = "picture_id")
    private UUID pictureId;

    @Column(name = "picture_alt")
    private String pictureAlt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "publish_at")
    private @Nullable Instant publishAt;

    @Column(name = "end_at")
    private Instant endAt;

    @Column(name = "edited_at")
    private @Nullable Instant editedAt;

    private int version;

    @SuppressWarnings("NullAway.Init")
    protected News() {}

    /**
     * One of the Département, published at once; nobody of the collège may change it.
     *
     * @param author stands for no person
     */
    static News ofTheDepartement(UUID id, UUID author, NewsContent content, Instant now) {
        News news = new News();
        news.id = id;
        news.origin = NewsOrigin.DEPARTEMENT;
        news.state = NewsState.PUBLISHED;
        news.authorId = author;
        news.editorId = author;
        news.title = content.title();
        news.text = content.text();
        news.remark = "";
        news.readership(content.readership());
        news.pictureId = NO_PICTURE;
        news.pictureAlt = "";
        news.createdAt = now;
        news.changedAt = now;
        news.publishAt = now;
        news.endAt = content.schedule().end();
        news.version = 1;
        return news;
    }

    /** What was written replaces what stood there. */
    void write(NewsContent content, Optional<FileId> picture, PersonId editor, Instant now) {
        UUID newPicture = picture.map(FileId::value).orElse(NO_PICTURE);
        boolean otherwise =
                !title.equals(content.title())
                        || !text.equals(content.text())
                        || !newPicture.equals(pictureId);
        if (otherwise && wasSeen(now)) {
            editedAt = now;
        }
        title = content.title();
        text = content.text();
        readership(content.readership());
        forPublic = content.forPublic();
        pinned = content.pinned();
        pictureId = newPicture;
        pictureAlt = picture.isEmpty() ? "" : content.pictureAlt();
        // What was seen already can't be scheduled for later.
        if (!wasSeen(now)) {
            publishAt = content.schedule().start();
            if (state == NewsState.PUBLISHED && (publishAt == null || publishAt.isBefore(now))) {
                publishAt = now;
            }
        }
        endAt = content.schedule().end();
        changed(editor, now);
    }

    private void readership(Readership readers) {
        forPupils = readers.profiles().contains(Profile.PUPIL);
        forGuardians = readers.profiles().contains(Profile.GUARDIAN);
        forTeachers = readers.profiles().contains(Profile.TEACHER);
        forStaff = readers.profiles().contains(Profile.STAFF);
        places = readers.stored();
    }

    /** Its author has done; those who publish may read it. */
    void sendToReview(PersonId author, Instant now) {
        state = NewsState.REVIEW;
        remark = "";
        changed(author, now);
    }

    /** It goes back to its author, with a word or without. */
    void giveBack(String why, PersonId editor, Instant now) {
        state = NewsState.DRAFT;
        remark = why;
        changed(editor, now);
    }

    /** Its readers see it, from now or from its moment on. */
    void publish(PersonId editor, Instant now) {
        state = NewsState.PUBLISHED;
        remark = "";
        editedAt = null;
        if (publishAt == null || publishAt.isBefore(now)) {
            publishAt = now;
        }
        changed(editor, now);
    }

    /** Nobody sees it any more, and it is a draft again. */
    void takeBack(PersonId editor, Instant now) {
        state = NewsState.DRAFT;
        publishAt = null;
        changed(editor, now);
    }

    void archive(PersonId editor, Instant now) {
        state = NewsState.ARCHIVED;
        changed(editor, now);
    }

    /** The school takes it from its readers, or gives it back to them; nobody else does. */
    void withdraw(Instant now) {
        state = NewsState.WITHDRAWN;
        changedAt = now;
        version++;
    }

    void giveBack(Instant now) {
        state = NewsState.PUBLISHED;
        changedAt = now;
        version++;
    }

    /** Its time has been over for long; nobody did it. */
    void archiveByItself(Instant now) {
        state = NewsState.ARCHIVED;
        changedAt = now;
        version++;
    }

    private void changed(PersonId editor, Instant now) {
        editorId = editor.value();
        changedAt = now;
        version++;
    }

    /** Whether its readers could see it at some time, so that its beginning is past. */
    boolean wasSeen(Instant now) {
        return state == NewsState.PUBLISHED && publishAt != null && !publishAt.isAfter(now);
    }

    boolean hasEnded(Instant now) {
        return !endAt.isAfter(now);
    }

    /** Whether its readers see it. */
    boolean isSeen(Moment moment) {
        return wasSeen(moment.outOf(origin)) && !hasEnded(moment.now());
    }

    /** Whether it says this already, its picture aside. */
    boolean says(NewsContent content) {
        return title.equals(content.title())
                && text.equals(content.text())
                && pictureAlt.equals(picture().isEmpty() ? "" : content.pictureAlt())
                && readership().equals(content.readership())
                && forPublic == content.forPublic()
                && pinned == content.pinned()
                && endAt.equals(content.schedule().end());
    }

    boolean isBy(Caller caller) {
        return authorId.equals(caller.person().value());
    }

    boolean isOfTheCollege() {
        return origin == NewsOrigin.COLLEGE;
    }

    UUID id() {
        return id;
    }

    NewsOrigin origin() {
        return origin;
    }

    NewsState state() {
        return state;
    }

    UUID author() {
        return authorId;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    String remark() {
        return remark;
    }

    Readership readership() {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        if (forPupils) {
            profiles.add(Profile.PUPIL);
        }
        if (forGuardians) {
            profiles.add(Profile.GUARDIAN);
        }
        if (forTeachers) {
            profiles.add(Profile.TEACHER);
        }
        if (forStaff) {
            profiles.add(Profile.STAFF);
        }
        return new Readership(profiles, Readership.storedPlaces(places));
    }

    boolean isForPublic() {
        return forPublic;
    }

    boolean isPinned() {
        return pinned;
    }

    Optional<FileId> picture() {
        return Optional.of(pictureId).filter(id -> !id.equals(NO_PICTURE)).map(FileId::new);
    }

    String pictureAlt() {
        return pictureAlt;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Since when readers have it, or when it was last written where no day was chosen. */
    Instant publishedAt() {
        return publishAt == null ? changedAt : publishAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    Schedule schedule() {
        return new Schedule(publishAt, endAt);
    }

    @Nullable Instant editedAt() {
        return editedAt;
    }

    int version() {
        return version;
    }
}

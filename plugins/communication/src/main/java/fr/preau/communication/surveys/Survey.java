package fr.preau.communication.surveys;

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
import java.util.UUID;

/**
 * Questions to some people of the collège.
 *
 * <p>It is born as a draft that its author alone sees, gets its questions, and is published. From
 * {@code opensAt} to {@code closesAt} the people that it asks answer; where writing was closed to
 * its author before, it opens when writing does. Nothing of it changes once somebody has answered;
 * whether it is anonymous does not change once it has opened, for people have read it then. What
 * the school withdraws it alone gives back. It goes a year after the school year in which it
 * closed.
 */
@Entity
@Table(name = "communication_survey")
@NamedNativeQuery(
        name = "Survey.begin",
        // The second one of a double click waits here for the first, and then changes nothing.
        query =
                "INSERT IGNORE INTO communication_survey (id, author_id, author_profile, title, intro,"
                        + " asks, per_family, anonymous, published, told, opens_at, closes_at)"
                        + " VALUES (?1, ?2, ?10, ?3, ?4, ?5, ?6, ?7, FALSE, FALSE, ?8, ?9)")
@NamedQuery(
        name = "Survey.ofAuthor",
        query =
                "SELECT s FROM Survey s WHERE s.authorId = :person"
                        + " ORDER BY s.closesAt DESC, s.id DESC")
@NamedQuery(
        name = "Survey.authors",
        query = "SELECT DISTINCT s.authorId FROM Survey s WHERE s.published = TRUE")
@NamedQuery(
        name = "Survey.ofAuthors",
        query =
                "SELECT s FROM Survey s WHERE s.published = TRUE AND s.authorId IN :authors"
                        + " ORDER BY s.closesAt DESC, s.id DESC")
@NamedQuery(name = "Survey.byIds", query = "SELECT s FROM Survey s WHERE s.id IN :ids")
@NamedQuery(
        name = "Survey.asking",
        query =
                "SELECT s FROM Survey s WHERE s.published = TRUE AND"
                        + Survey.OPENED
                        + " AND s.id IN"
                        + " (SELECT a.surveyId FROM SurveyAsked a WHERE a.personId = :person) ORDER BY"
                        + " s.closesAt DESC, s.id DESC")
@NamedQuery(
        name = "Survey.toAnswer",
        query =
                "SELECT s FROM Survey s WHERE s.published = TRUE AND"
                        + Survey.OPENED
                        + " AND s.closesAt > :now AND EXISTS (SELECT a.id FROM SurveyAsked a"
                        + " WHERE a.surveyId = s.id AND a.personId = :person"
                        + " AND NOT EXISTS (SELECT d.unitId FROM SurveyDone d"
                        + " WHERE d.surveyId = a.surveyId AND d.unitId = a.unitId))"
                        + " ORDER BY s.closesAt, s.id")
@NamedQuery(
        name = "Survey.ofOthers",
        query =
                "SELECT s FROM Survey s WHERE s.published = TRUE AND s.closesAt > :now"
                        + " AND s.authorId <> :person ORDER BY s.closesAt, s.id")
@NamedQuery(
        name = "Survey.running",
        query =
                "SELECT s FROM Survey s WHERE s.published = TRUE AND s.closesAt > :now"
                        + " ORDER BY s.closesAt")
@NamedQuery(
        name = "Survey.toTell",
        query =
                "SELECT s FROM Survey s WHERE s.told = FALSE AND s.published = TRUE"
                        + " AND s.closesAt > :now AND"
                        + Survey.OPENED
                        + " ORDER BY s.closesAt")
@NamedQuery(
        name = "Survey.closedBefore",
        query = "SELECT s FROM Survey s WHERE s.closesAt < :before ORDER BY s.closesAt")
@NamedQuery(
        name = "Survey.forgetAuthor",
        query = "UPDATE Survey s SET s.authorId = :nobody WHERE s.authorId = :person")
public class Survey {

    /** Its moment has come, and its author could write then. */
    static final String OPENED =
            " (s.authorProfile = fr.preau.api.school.Profile.TEACHER"
                    + " AND s.opensAt <= :ofTeachers"
                    + " OR s.authorProfile = fr.preau.api.school.Profile.STAFF"
                    + " AND s.opensAt <= :ofStaff)";

    static final int LONGEST_TITLE = 150;
    static final int LONGEST_INTRO = 4_000;

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_profile")
    private Profile authorProfile;

    private String title;

    private String intro;

    @Enumerated(EnumType.STRING)
    private Profile asks;

    @Column(name = "per_family")
    private boolean perFamily;

    private boolean anonymous;

    private boolean published;

    private boolean withdrawn;

    private boolean told;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @SuppressWarnings("NullAway.Init")
    protected Survey() {}

    /** What was typed again, before anybody has answered. */
    void rewrite(SurveyDraft draft) {
        title = draft.title();
        intro = draft.intro();
        opensAt = draft.opensAt();
        closesAt = draft.closesAt();
        anonymous = draft.anonymous();
    }

    /** From now on people are asked. */
    void publish() {
        published = true;
    }

    /** Back to a draft, as long as nobody has answered. */
    void takeBack() {
        published = false;
        told = false;
    }

    /** The school takes it from everybody, with what was answered; its author changes nothing. */
    void withdraw() {
        withdrawn = true;
        published = false;
    }

    /** The school asks the same people again. */
    void giveBack() {
        withdrawn = false;
        published = true;
    }

    /** People know now that they are asked. */
    void tell() {
        told = true;
    }

    /** No answer is taken from now on. */
    void close(SurveyTime time) {
        if (isOpen(time)) {
            closesAt = time.now();
        }
    }

    boolean isOpen(SurveyTime time) {
        return hasOpened(time) && time.now().isBefore(closesAt);
    }

    /** Whether people may have read it. */
    boolean hasOpened(SurveyTime time) {
        return published && !time.openedBy(authorProfile).isBefore(opensAt);
    }

    UUID id() {
        return id;
    }

    Profile authorProfile() {
        return authorProfile;
    }

    UUID author() {
        return authorId;
    }

    String title() {
        return title;
    }

    String intro() {
        return intro;
    }

    Profile asks() {
        return asks;
    }

    boolean perFamily() {
        return perFamily;
    }

    boolean anonymous() {
        return anonymous;
    }

    boolean withdrawn() {
        return withdrawn;
    }

    boolean published() {
        return published;
    }

    Instant opensAt() {
        return opensAt;
    }

    Instant closesAt() {
        return closesAt;
    }
}

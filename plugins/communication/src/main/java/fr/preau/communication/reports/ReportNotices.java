package fr.preau.communication.reports;

import fr.preau.api.directory.Directory;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.safety.Judges;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells people what comes of a report; nobody learns who reported, nor what was decided of others.
 */
final class ReportNotices {

    /** As the manifest declares it. */
    private static final String REPORT = "report";

    private static final int STAFF_AT_MOST = 200;

    private final Notices notices;
    private final Directory directory;

    ReportNotices(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    /** Those who judge are told that an author wants something back. */
    void asked(UUID report, PersonId author, Instant now) {
        tellJudges(report, author, "report-asked-" + report + "-" + now.getEpochSecond());
    }

    /** Those who judge are told that somebody waits. */
    void opened(UUID report, PersonId author) {
        tellJudges(report, author, "report-" + report);
    }

    private void tellJudges(UUID report, PersonId author, String key) {
        List<PersonId> judges =
                directory.search("", Set.of(Profile.STAFF), STAFF_AT_MOST).stream()
                        .filter(
                                person ->
                                        Judges.CALLERS.admit(person.profile(), person.functions()))
                        .map(Person::id)
                        .filter(person -> !person.equals(author))
                        .toList();
        if (!judges.isEmpty()) {
            notices.tell(
                    Notice.of(
                            REPORT,
                            key,
                            Wording.of("report.notice.opened"),
                            "/safety/reports/" + report),
                    judges);
        }
    }

    /** Those who reported are told that it was looked at. */
    void seen(UUID report, Collection<PersonId> reporters) {
        if (!reporters.isEmpty()) {
            notices.tell(
                    Notice.of(
                            REPORT,
                            "report-seen-" + report,
                            Wording.of("report.notice.seen"),
                            "/reports/" + report),
                    reporters);
        }
    }

    /**
     * The author is told that something does not reach anybody any more.
     *
     * @param address where they find it, below the module
     */
    void withdrawn(Evidence evidence, String address) {
        notices.tell(
                Notice.of(
                        REPORT,
                        "withdrawn-" + evidence.id(),
                        Wording.of("report.notice.withdrawn"),
                        address),
                evidence.author());
    }

    /** What told of something that was withdrawn is taken back, with the words of its title. */
    void silence(String beginningOfKeys) {
        notices.withdrawAll(beginningOfKeys);
    }
}

package fr.preau.communication.circulars;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What guardians are told of circulars. The host tells nobody the same thing twice, by its key, so
 * a run that is made again after a crash says nothing new.
 */
final class CircularNotices {

    /** The kinds of the manifest. */
    private static final String NEW = "circular";

    private static final String REMINDER = "circular-reminder";

    private final Notices notices;

    CircularNotices(Notices notices) {
        this.notices = notices;
    }

    void sent(Circular circular, PersonId child, Collection<PersonId> guardians) {
        String key = NEW + "-" + circular.id() + "-" + child;
        String title = Wording.of("circulars.notice.new", circular.title());
        notices.tell(new Notice(NEW, key, title, address(circular.id()), child), guardians);
    }

    /** Reminds of what is missing, each time with a key of its own. */
    void remind(RemindRow row, Reminder reminder, LocalDate today, Collection<PersonId> guardians) {
        PersonId child = new PersonId(row.child());
        String key = reminder.code() + "-" + row.circular() + "-" + child;
        String title =
                Wording.of(
                        row.deadline().equals(today)
                                ? "circulars.notice.today"
                                : "circulars.notice.until",
                        row.title(),
                        FrenchDays.day(row.deadline()));
        notices.tell(new Notice(REMINDER, key, title, address(row.circular()), child), guardians);
    }

    /** With what all keys begin under which guardians were told of a circular. */
    static List<String> keys(UUID circular) {
        return Stream.concat(Stream.of(NEW), Stream.of(Reminder.values()).map(Reminder::code))
                .map(what -> what + "-" + circular)
                .toList();
    }

    /** This guardian has it before their eyes, or has answered. */
    void seen(UUID circular, PersonId guardian) {
        notices.seen(address(circular), guardian);
    }

    private static String address(UUID circular) {
        return "/circulars/" + circular;
    }
}

package fr.preau.core.notices.bymail;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import fr.preau.core.notices.quiet.QuietHours;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each notice to whom it goes by mail or to their devices, and when.
 *
 * <p>Notices lie with their collège and mails on the platform, which no transaction holds together.
 * So a notice stays pending until what is sent of it stands on the platform; cut short in between,
 * it is decided again, and the key of the table lets nothing in twice.
 */
public final class NoticeSorting {

    /** When those who want one mail a day get it. */
    static final LocalTime DAILY = LocalTime.of(17, 30);

    /** What was told by mistake can be taken back, and who reads at once needs no mail. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 500;

    private final UnitsOfWork units;
    private final NoticeKinds kinds;
    private final QuietHoursOfColleges quiet;
    private final SchoolCalendar calendar;
    private final Clock clock;

    public NoticeSorting(
            UnitsOfWork units,
            NoticeKinds kinds,
            QuietHoursOfColleges quiet,
            SchoolCalendar calendar,
            Clock clock) {
        this.units = units;
        this.kinds = kinds;
        this.quiet = quiet;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Pending(
            long id,
            PersonId person,
            String module,
            String kind,
            String title,
            String path,
            @Nullable PersonId child,
            Urgency urgency) {}

    /** Decides of all that is pending at a collège. */
    public void sort(Uai uai, String slug) {
        int sorted;
        do {
            sorted = sortSome(uai, slug);
        } while (sorted == AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    private int sortSome(Uai uai, String slug) {
        List<Pending> pending =
                units.read(
                        DatabaseSpace.of(uai),
                        unit ->
                                unit.query(
                                        "SELECT id, person_id, module, kind, title, path, child_id,"
                                                + " urgency FROM core_notice WHERE pending"
                                                + " ORDER BY id LIMIT "
                                                + AT_ONCE,
                                        NoticeSorting::pending));
        if (pending.isEmpty()) {
            return 0;
        }
        QuietHours hours = quiet.of(uai);
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    keep(unit, uai, slug, pending, hours);
                    return true;
                });
        units.write(
                DatabaseSpace.of(uai),
                unit ->
                        unit.update(
                                "UPDATE core_notice SET pending = FALSE WHERE id IN ("
                                        + holes(pending.size())
                                        + ")",
                                pending.stream().map(Pending::id).toArray()));
        return pending.size();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        String child = row.getString(7);
        return new Pending(
                row.getLong(1),
                PersonId.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                child == null ? null : PersonId.of(child),
                Urgency.valueOf(row.getString(8)));
    }

    private void keep(
            UnitOfWork platform, Uai uai, String slug, List<Pending> pending, QuietHours hours)
            throws SQLException {
        Readers readers = Readers.of(platform, uai, pending.stream().map(Pending::person).toList());
        if (readers.accounts().isEmpty()) {
            return;
        }
        Map<NoticeChoices.OfAccount, NoticeChoices.Choice> choices =
                NoticeChoices.at(platform, uai, readers.accounts());
        List<List<Object>> mails = new ArrayList<>();
        List<List<Object>> pushes = new ArrayList<>();
        for (Pending notice : pending) {
            NoticeChoices.About about =
                    new NoticeChoices.About(uai, notice.child(), notice.module(), notice.kind());
            for (Readers.Reader reader : readers.of(notice.person())) {
                NoticeChoices.Choice choice =
                        choices.getOrDefault(
                                new NoticeChoices.OfAccount(reader.account(), about),
                                NoticeChoices.Choice.usual(notice.urgency()));
                if (reader.mail() && choice.mail() != MailChoice.NONE) {
                    Instant due = due(notice, choice.mail(), hours);
                    mails.add(row(uai, slug, notice, reader.account(), due));
                }
                if (reader.push() && choice.push()) {
                    Instant due = due(notice, MailChoice.NOW, hours);
                    pushes.add(row(uai, slug, notice, reader.account(), due));
                }
            }
        }
        insert(platform, "notice_mail", mails);
        insert(platform, "notice_push", pushes);
    }

    private static void insert(UnitOfWork platform, String table, List<List<Object>> rows)
            throws SQLException {
        if (!rows.isEmpty()) {
            platform.update(
                    "INSERT IGNORE INTO "
                            + table
                            + " (account_id, uai, notice_id, kind, title, href,"
                            + " urgent, due_at, made_at) VALUES "
                            + String.join(
                                    ", ",
                                    Collections.nCopies(
                                            rows.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?)")),
                    rows.stream().flatMap(List::stream).toArray());
        }
    }

    private List<Object> row(Uai uai, String slug, Pending notice, UUID account, Instant due) {
        return List.of(
                account.toString(),
                uai.value(),
                notice.id(),
                kinds.title(notice.module(), notice.kind()),
                notice.title(),
                "/c/" + slug + "/" + notice.module() + notice.path(),
                notice.urgency() == Urgency.EMERGENCY,
                MailAddresses.utc(due),
                MailAddresses.utc(clock.instant()));
    }

    private Instant due(Pending notice, MailChoice choice, QuietHours hours) {
        Instant now = clock.instant();
        if (notice.urgency() == Urgency.EMERGENCY) {
            return now;
        }
        return hours.next(choice == MailChoice.NOW ? now.plus(GRACE) : nextDaily(now), calendar);
    }

    /** The hour of the daily mail, today if it has not passed. */
    static Instant nextDaily(Instant now) {
        ZonedDateTime here = now.atZone(SchoolCalendar.ZONE);
        ZonedDateTime today = here.toLocalDate().atTime(DAILY).atZone(SchoolCalendar.ZONE);
        return (today.isBefore(here)
                        ? here.toLocalDate().plusDays(1).atTime(DAILY).atZone(SchoolCalendar.ZONE)
                        : today)
                .toInstant();
    }

    private static String holes(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}

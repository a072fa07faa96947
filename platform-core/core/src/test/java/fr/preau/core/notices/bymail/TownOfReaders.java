package fr.preau.core.notices.bymail;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;

import com.fasterxml.uuid.Generators;
import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.notices.ModuleNotices;
import fr.preau.core.notices.NoticeBoard;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.notices.quiet.QuietMoments;
import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Two collèges with a few people who are told things, and all that stands between that and mails.
 */
final class TownOfReaders {

    final HandClock clock = HandClock.now();
    final UnitsOfWork units;
    final TwoColleges colleges;
    final TokenSigner signer = new TokenSigner("a secret of the tests, known to all", clock);
    final NoticeChoices choices;
    final MailAddresses addresses;
    final QuietHoursOfColleges quiet;
    final NoticeSorting sorting;
    final NoticesByMail byMail;
    private final NoticeLetters letters;
    private final MailQueue queue;
    private final Tenants tenants;
    final Notices garden;

    TownOfReaders() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        colleges = TwoColleges.open(units, clock).without("core_notice", "guardianship");
        tenants = new Tenants(units, clock);
        tenants.refresh();
        NoticeBoard board = new NoticeBoard(units, clock);
        garden = new ModuleNotices(manifest(), board);
        queue = new MailQueue(units, clock, PlatformTables.IDS::generate, (college, from) -> from);
        MailWords words = new MailWords("https://ent.example");
        choices = new NoticeChoices(units);
        addresses =
                new MailAddresses(units, queue, words, signer, clock, PlatformTables.IDS::generate);
        quiet =
                new QuietHoursOfColleges(
                        units, new AuditLog(units, clock, Generators.timeBasedEpochGenerator()));
        sorting =
                new NoticeSorting(
                        units,
                        (module, kind) -> kind.equals("storm") ? "Orage" : "Récolte",
                        quiet,
                        OfficialSchoolCalendar.zoneC(),
                        clock);
        letters =
                new NoticeLetters(
                        units,
                        new ReceivedNotices(units, clock),
                        queue,
                        words,
                        signer,
                        new QuietMoments(quiet, OfficialSchoolCalendar.zoneC()),
                        clock,
                        PlatformTables.IDS::generate);
        byMail = node("preau-1");
        board.wakes(byMail::wake);
    }

    private NoticesByMail node(String name) {
        return node(name, 300);
    }

    private NoticesByMail node(String name, int perMinute) {
        return new NoticesByMail(
                sorting,
                letters,
                queue,
                perMinute,
                tenants,
                new JobLeases(units, clock, name),
                clock);
    }

    /** The same node where one mail leaves in a minute. */
    NoticesByMail slow() {
        return node("preau-1", 1);
    }

    /** A node that takes over once the first one has been silent for a while. */
    NoticesByMail anotherNode() {
        return node("preau-2");
    }

    private static PluginManifest manifest() {
        try {
            return PluginManifest.parse(
                    """
                    {"manifest": 1, "id": "garden", "version": "1.0.0", "api": "[1.1,2)",
                     "titles": {"fr": "Jardin"},
                     "description": {"fr": "Les carrés du jardin, et qui les arrose."},
                     "publisher": {"name": "Les jardiniers"}, "licence": "EUPL-1.2",
                     "profiles": ["GUARDIAN"],
                     "notices": [{"id": "harvest", "titles": {"fr": "Récolte"}},
                                 {"id": "storm", "titles": {"fr": "Orage"},
                                  "urgency": "emergency"}]}
                    """);
        } catch (PluginRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the clock stand at this time in Paris. */
    void at(String local) {
        Instant to = LocalDateTime.parse(local).atZone(SchoolCalendar.ZONE).toInstant();
        clock.advance(Duration.between(clock.instant(), to));
    }

    /** Lets the clock go on to this time and does all that is due then. */
    void comes(String local) {
        at(local);
        byMail.turn();
    }

    int change(String sql, Object... values) {
        return units.write(DatabaseSpace.platform(), unit -> unit.update(sql, values));
    }

    List<String> ask(String sql) {
        return units.read(
                DatabaseSpace.platform(), unit -> unit.query(sql, row -> row.getString(1)));
    }

    /** Somebody at both collèges, with an account. */
    Reader reader(String name) {
        UUID account = PlatformTables.IDS.generate();
        change(
                "INSERT INTO account (id, given_name, family_name, created_at)"
                        + " VALUES (?, ?, 'Martin', '2026-09-01')",
                account.toString(),
                name);
        return new Reader(account, person(account, SEVRES, name), person(account, NANTERRE, name));
    }

    private PersonId person(UUID account, Uai uai, String name) {
        PersonId person = new PersonId(PlatformTables.IDS.generate());
        colleges.change(
                uai,
                "INSERT INTO person (id, academic_id, profile, given_name, family_name)"
                        + " VALUES (?, ?, 'TEACHER', ?, 'Martin')",
                person.toString(),
                person.toString(),
                name);
        change(
                "INSERT INTO membership (account_id, uai, profile, person_id)"
                        + " VALUES (?, ?, 'TEACHER', ?)",
                account.toString(),
                uai.value(),
                person.toString());
        return person;
    }

    /** The same with a confirmed address. */
    Reader mailed(String name) {
        Reader reader = reader(name);
        change(
                "INSERT INTO notice_address (account_id, mail, confirmed_at) VALUES (?, ?, ?)",
                reader.account().toString(),
                name + "@famille.example",
                "2026-09-01");
        return reader;
    }

    /** Somebody who is told things. */
    record Reader(UUID account, PersonId sevres, PersonId nanterre) {}

    /** Tells something, and lets the loop hear of it. */
    void tell(Uai uai, Notice notice, PersonId... persons) {
        tellUnheard(uai, notice, persons);
        byMail.turn();
    }

    void tellUnheard(Uai uai, Notice notice, PersonId... persons) {
        units.write(
                DatabaseSpace.of(uai),
                unit -> {
                    garden.tell(notice, List.of(persons));
                    return true;
                });
    }

    static Notice harvest(String key, String title) {
        return Notice.of("harvest", key, title, "/beds/" + key);
    }

    static Notice storm(String key) {
        return Notice.of("storm", key, "Rentrez\u00a0!", "/storms/" + key);
    }

    /** Who has got which mails so far. */
    List<String> mails() {
        return ask("SELECT CONCAT(address, ' ', subject) FROM mail ORDER BY made_at, id");
    }
}

package fr.preau.core.announcements;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.departement.Announced.Kind;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.events.HostFacts;
import fr.preau.core.events.Outbox;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.MigrationRefused;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the form of an operator to the outbox of each collège, and back with the numbers. */
class AnnouncementDeliveryTest {

    private static final Actor AWA = new Actor(null, "Awa");

    @SuppressWarnings("NullAway.Init")
    private static UnitsOfWork units;

    private final HandClock clock = HandClock.now();
    private final List<Uai> woken = new ArrayList<>();
    private final AuditLog audit = new AuditLog(units, clock, PlatformTables.IDS);
    private final Announcements announcements = new Announcements(units, audit, clock);
    private final HostFacts facts =
            new HostFacts(
                    units, new Outbox(units, clock, PlatformTables.IDS::generate, woken::add));

    @SuppressWarnings("NullAway.Init")
    private TwoColleges colleges;

    @BeforeAll
    static void database() throws SQLException {
        units = new UnitsOfWork(TestDatabase.get().pool(3));
    }

    @BeforeEach
    void nothingYet() throws MigrationRefused {
        colleges =
                TwoColleges.open(units, clock)
                        .without("core_event_delivery", "core_event", "core_event_listener");
    }

    private AnnouncementDelivery node(String name) {
        return new AnnouncementDelivery(
                announcements, facts, new JobLeases(units, clock, name), clock);
    }

    @Test
    void itIsToldOnceInEachOfItsCollegesWhateverNodeLooks() {
        UUID id = accepted(SEVRES, NANTERRE);

        node("one").look();
        node("one").look();
        node("two").look();

        for (Uai uai : List.of(SEVRES, NANTERRE)) {
            assertThat(colleges.ask(uai, "SELECT CONCAT(name, ' ', subject) FROM core_event"))
                    .containsExactly("departement.Announced " + id);
        }
        assertThat(woken).containsExactlyInAnyOrder(SEVRES, NANTERRE);
    }

    @Test
    void otherCollegesAreToldNothing() {
        accepted(NANTERRE);

        node("one").look();

        assertThat(colleges.ask(SEVRES, "SELECT name FROM core_event")).isEmpty();
    }

    @Test
    void aCrashBetweenTheFactAndItsNoteTellsNobodyTwice() {
        accepted(SEVRES);
        node("one").look();
        new PlatformTables(units).change("UPDATE announcement_college SET told_at = NULL");

        node("one").look();

        assertThat(colleges.ask(SEVRES, "SELECT name FROM core_event")).hasSize(1);
    }

    @Test
    void whatAModuleSaysOfItsPeopleIsCounted() {
        UUID id = accepted(SEVRES, NANTERRE);
        node("one").look();
        assertThat(spread(id)).isEqualTo(new Spread(2, 0, 0));

        answers(SEVRES, id, 812);
        node("one").look();

        assertThat(spread(id)).isEqualTo(new Spread(2, 1, 812));
        assertThat(announcements.colleges(id))
                .extracting(Announcements.AtCollege::people)
                .containsExactlyInAnyOrder(812, 0);
    }

    @Test
    void theSameFormIsAcceptedOnce() {
        Announcement announcement = announcement();
        announcements.accept(AWA, announcement, List.of(SEVRES));
        announcements.accept(AWA, announcement, List.of(SEVRES, NANTERRE));

        assertThat(announcements.newest(1).items())
                .extracting(told -> told.spread().colleges())
                .containsExactly(1);
        assertThat(audit.page(1).items())
                .extracting(AuditLog.Entry::act)
                .containsExactly(Announcements.ACCEPTED);
    }

    private UUID accepted(Uai... where) {
        Announcement announcement = announcement();
        announcements.accept(AWA, announcement, List.of(where));
        return announcement.id();
    }

    private Announcement announcement() {
        return new Announcement(
                PlatformTables.IDS.generate(),
                Kind.MESSAGE,
                "Transports",
                "Les cars circulent.",
                Set.of(Profile.GUARDIAN),
                null,
                "Awa",
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Spread spread(UUID id) {
        return announcements.find(id).orElseThrow().spread();
    }

    private void answers(Uai uai, UUID id, int people) {
        colleges.change(
                uai,
                "INSERT INTO core_event (id, name, publisher, subject, body, at)"
                        + " VALUES (UUID(), 'post.AnnouncementDelivered', 'post', ?, ?, ?)",
                id.toString(),
                "{\"announcement\":\"" + id + "\",\"people\":" + people + "}",
                java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }
}

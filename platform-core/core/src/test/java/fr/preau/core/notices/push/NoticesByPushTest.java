package fr.preau.core.notices.push;

import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.notices.ReceivedNotices;
import fr.preau.core.notices.quiet.QuietHoursOfColleges;
import fr.preau.core.notices.quiet.QuietMoments;
import fr.preau.core.tenancy.DatabaseSpace;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes to the devices of people, over a push service that decrypts it. */
class NoticesByPushTest {

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final TwoColleges colleges;
    private final PlayedPushService service = new PlayedPushService();
    private final Devices devices;
    private final PushKeys keys;
    private final NoticesByPush byPush;
    private final UUID awa = PlatformTables.IDS.generate();
    private final PersonId person = new PersonId(PlatformTables.IDS.generate());

    NoticesByPushTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        colleges = TwoColleges.open(units, clock).without("core_notice");
        change(
                "INSERT INTO account (id, given_name, family_name, created_at)"
                        + " VALUES (?, 'Awa', 'Martin', '2026-09-01')",
                awa.toString());
        colleges.change(
                SEVRES,
                "INSERT INTO person (id, academic_id, profile, given_name, family_name)"
                        + " VALUES (?, ?, 'TEACHER', 'Awa', 'Martin')",
                person.toString(),
                person.toString());
        devices = new Devices(units, service.itself(), clock, PlatformTables.IDS::generate);
        keys = new PushKeys(units, clock);
        byPush =
                new NoticesByPush(
                        units,
                        new ReceivedNotices(units, clock),
                        devices,
                        keys,
                        service.itself(),
                        "https://ent.example",
                        new QuietMoments(
                                new QuietHoursOfColleges(
                                        units,
                                        new AuditLog(
                                                units,
                                                clock,
                                                Generators.timeBasedEpochGenerator())),
                                OfficialSchoolCalendar.zoneC()),
                        new JobLeases(units, clock, "preau-1"),
                        clock);
    }

    /** A Tuesday of school. */
    @BeforeEach
    void itIsTen() {
        at("2026-12-01T10:00");
    }

    private void at(String local) {
        Instant to = LocalDateTime.parse(local).atZone(SchoolCalendar.ZONE).toInstant();
        clock.advance(Duration.between(clock.instant(), to));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private int change(String sql, Object... values) {
        return units.write(DatabaseSpace.platform(), unit -> unit.update(sql, values));
    }

    private PlayedBrowser letIn(String name) {
        PlayedBrowser browser = service.browser(name);
        assertThat(devices.add(awa, browser.endpoint(), browser.key(), browser.auth(), name))
                .isTrue();
        return browser;
    }

    private void told(String title, boolean urgent) {
        colleges.change(
                SEVRES,
                "INSERT INTO core_notice (person_id, module, kind, told_key, title, path,"
                        + " urgency, told_at) VALUES (?, 'garden', 'harvest', ?, ?, '/beds',"
                        + " 'NORMAL', '2026-12-01')",
                person.toString(),
                UUID.randomUUID().toString(),
                title);
        String id = colleges.ask(SEVRES, "SELECT MAX(id) FROM core_notice").get(0);
        change(
                "INSERT INTO notice_push (account_id, uai, notice_id, kind, title, href, urgent,"
                        + " due_at, made_at) VALUES (?, ?, ?, 'Récolte', ?, '/c/sevres/garden/beds', ?,"
                        + " '2026-01-01', '2026-01-01')",
                awa.toString(),
                SEVRES.value(),
                id,
                title,
                urgent);
    }

    private List<String> texts() {
        return service.got().stream().map(PlayedPushService.Got::text).toList();
    }

    @Test
    void eachDeviceDecryptsWhatItsOwnerWasTold() {
        letIn("telephone");
        letIn("tablette");
        told("L’été « rouge » 🌩", true);

        byPush.turn();

        assertThat(service.got())
                .extracting(PlayedPushService.Got::browser)
                .containsExactlyInAnyOrder("telephone", "tablette");
        assertThat(texts())
                .allMatch(text -> text.contains("\"title\":\"L’été « rouge » 🌩\""))
                .allMatch(text -> text.contains("\"kind\":\"Récolte\""))
                .allMatch(text -> text.contains("\"href\":\"/c/sevres/garden/beds\""))
                .noneMatch(text -> text.contains("Martin"));
        assertThat(service.got().get(0).headers())
                .containsEntry("urgency", "high")
                .containsEntry("content-encoding", "aes128gcm")
                .containsKey("topic");
        assertThat(service.got().get(0).headers().get("authorization"))
                .startsWith("vapid t=")
                .contains("k=" + keys.publicKey());
    }

    @Test
    void aNoticeGoesOnceAndNotWhenItWasSeen() {
        letIn("telephone");
        told("Les radis", false);
        told("Les navets", false);
        colleges.change(
                SEVRES, "UPDATE core_notice SET seen_at = told_at WHERE title = 'Les navets'");

        byPush.turn();
        byPush.turn();

        assertThat(texts()).singleElement().asString().contains("Les radis");
    }

    @Test
    void aBrowserThatWantsNoMoreIsForgotten() {
        letIn("telephone");
        letIn("parti");
        service.answers("parti", 410);
        told("Les radis", false);

        byPush.turn();

        assertThat(devices.of(awa)).extracting(Device::name).containsExactly("telephone");
        assertThat(texts()).hasSize(1);
    }

    @Test
    void aServiceThatIsIllIsAskedAgainUnderTheSameName() {
        letIn("telephone");
        service.answers("telephone", 503);
        told("Les radis", false);
        byPush.turn();
        byPush.turn();
        assertThat(texts()).isEmpty();

        service.answers("telephone", 201);
        clock.advance(Duration.ofMinutes(1));
        byPush.turn();
        clock.advance(Duration.ofDays(1));
        byPush.turn();

        assertThat(texts()).hasSize(1);
    }

    @Test
    void whatIsTriedAgainOrWasLateRingsNoDeviceAtNightUnlessItIsUrgent() {
        letIn("telephone");
        service.answers("telephone", 503);
        at("2026-12-01T19:59:30");
        told("Les radis", false);
        byPush.turn();
        service.answers("telephone", 201);

        at("2026-12-01T20:31");
        told("En retard", false);
        told("Orage", true);
        byPush.turn();
        at("2026-12-02T03:00");
        byPush.turn();
        assertThat(texts()).singleElement().asString().contains("Orage");

        at("2026-12-02T07:00");
        byPush.turn();
        assertThat(texts()).hasSize(3);
    }

    @Test
    void whatIsRefusedIsNotTriedAgainAndTheDeviceStays() {
        letIn("telephone");
        service.answers("telephone", 413);
        told("Les radis", false);
        byPush.turn();
        service.answers("telephone", 201);
        clock.advance(Duration.ofDays(1));
        byPush.turn();

        assertThat(texts()).isEmpty();
        assertThat(devices.of(awa)).hasSize(1);
    }

    @Test
    void noServerIsSpokenToThatIsNoPushService() {
        PlayedBrowser browser = service.browser("x");
        assertThat(devices.add(awa, "http://10.0.0.1/x", browser.key(), browser.auth(), "x"))
                .isFalse();
        assertThat(devices.add(awa, browser.endpoint(), "AAAA", browser.auth(), "x")).isFalse();
        assertThat(devices.add(awa, browser.endpoint(), browser.key(), "é", "x")).isFalse();

        PushServices known = PushServices.ofBrowsers();
        assertThat(known.know("https://fcm.googleapis.com/fcm/send/abc")).isTrue();
        assertThat(known.know("https://updates.push.services.mozilla.com/wpush/v2/abc")).isTrue();
        assertThat(known.know("https://web.push.apple.com/abc")).isTrue();
        for (String other :
                List.of(
                        "http://fcm.googleapis.com/x",
                        "https://fcm.googleapis.com:8443/x",
                        "https://fcm.googleapis.com@10.0.0.1/x",
                        "https://evil-fcm.googleapis.com.example/x",
                        "https://notfcm.googleapis.example/x",
                        "https://localhost/x",
                        "https://10.0.0.1/x",
                        "nothing at all")) {
            assertThat(known.know(other)).as(other).isFalse();
        }
    }

    @Test
    void aBrowserBelongsToWhoSignedInThereLast() {
        PlayedBrowser shared = letIn("salle 12");
        UUID paul = PlatformTables.IDS.generate();
        change(
                "INSERT INTO account (id, given_name, family_name, created_at)"
                        + " VALUES (?, 'Paul', 'Martin', '2026-09-01')",
                paul.toString());
        devices.add(paul, shared.endpoint(), shared.key(), shared.auth(), "salle 12");

        assertThat(devices.of(awa)).isEmpty();
        devices.remove(awa, devices.of(paul).get(0).id());
        assertThat(devices.of(paul)).hasSize(1);
        devices.remove(paul, devices.of(paul).get(0).id());
        assertThat(devices.of(paul)).isEmpty();
    }

    @Test
    void theKeysAreMadeOnce() {
        assertThat(new PushKeys(units, clock).publicKey()).isEqualTo(keys.publicKey());
    }
}

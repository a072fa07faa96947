package fr.preau.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a mail that comes back changes, and what it does not. */
class ReturnedMailsTest {

    private static final UUID ACCOUNT = new UUID(7, 8);
    private static final String ADDRESS = "awa@famille.example";

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final GreenMail server;
    private final GreenMailUser box;
    private final ReturnedMails returned;
    private final UUID mail = PlatformTables.IDS.generate();

    ReturnedMailsTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        new PlatformTables(units).empty();
        change(
                "INSERT INTO account (id, given_name, family_name, created_at)"
                        + " VALUES (?, 'Awa', 'Martin', '2026-09-01')",
                ACCOUNT.toString());
        change(
                "INSERT INTO notice_address (account_id, mail) VALUES (?, ?)",
                ACCOUNT.toString(),
                ADDRESS);
        change(
                "INSERT INTO mail (id, account_id, address, subject, body, urgent, state, next_at,"
                        + " made_at) VALUES (?, ?, ?, 'Lettre', '', FALSE, 'SENT', '2026-11-30',"
                        + " '2026-11-30')",
                mail.toString(),
                ACCOUNT.toString(),
                ADDRESS);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        box = server.setUser("retours@ent.example", "retours", "secret");
        returned =
                new ReturnedMails(
                        new BounceBox(
                                "127.0.0.1",
                                server.getImap().getPort(),
                                MailServer.Security.NONE,
                                new MailServer.Account("retours", "secret")),
                        units,
                        new JobLeases(units, clock, "a"),
                        clock);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private int change(String sql, Object... values) {
        return units.write(DatabaseSpace.platform(), unit -> unit.update(sql, values));
    }

    private List<String> ask(String sql) {
        return units.read(
                DatabaseSpace.platform(), unit -> unit.query(sql, row -> row.getString(1)));
    }

    private void comes(String text) throws Exception {
        box.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private static String report(String action, String status, UUID mail) {
        return """
        From: MAILER-DAEMON@famille.example
        To: preau@ent.example
        Subject: Undelivered Mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; famille.example

        Final-Recipient: rfc822; awa@famille.example
        Action: %s
        Status: %s
        --b
        Content-Type: text/rfc822-headers

        Subject: Lettre
        Message-ID: <%s@ent.example>

        --b--
        """
                .formatted(action, status, mail);
    }

    @Test
    void aMailThatComesBackForGoodMarksItsAddressAndIsTakenAway() throws Exception {
        comes(report("failed", "5.1.1", mail));

        returned.read();

        assertThat(ask("SELECT bad_reason FROM notice_address WHERE bad_at IS NOT NULL"))
                .containsExactly("returned: 5.1.1");
        assertThat(ask("SELECT state FROM mail")).containsExactly("REFUSED");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aDelayAndADeliveryMarkNothing() throws Exception {
        comes(report("delayed", "4.4.1", mail));
        comes(report("delivered", "2.0.0", mail));
        comes(report("failed", "4.2.2", mail));

        returned.read();

        assertThat(ask("SELECT bad_reason FROM notice_address WHERE bad_at IS NOT NULL")).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void whatIsNoReportOrOfNoMailOfOursStaysForWhoeverReadsIt() throws Exception {
        comes("From: a@famille.example\nSubject: Bonjour\n\nMerci\u00a0!\n");
        comes("Subject: x\nContent-Type: multipart/report; boundary=\"b\"\n\n--b\nbroken");
        comes(report("failed", "5.1.1", UUID.randomUUID()).replace("Message-ID", "X-Id"));

        returned.read();
        returned.read();

        assertThat(ask("SELECT bad_reason FROM notice_address WHERE bad_at IS NOT NULL")).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void anAddressThatWasChangedMeanwhileIsNotBlamed() throws Exception {
        change("UPDATE notice_address SET mail = ?", "awa@travail.example");
        comes(report("failed", "5.1.1", mail));

        returned.read();

        assertThat(ask("SELECT mail FROM notice_address WHERE bad_at IS NOT NULL")).isEmpty();
    }
}

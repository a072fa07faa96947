package fr.preau.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails on a real SMTP server, over a line that breaks where a test wants it. */
class MailLoopTest {

    private static final UUID ACCOUNT = new UUID(7, 7);

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units;
    private final MailQueue queue;
    private Instant quietUntil = Instant.EPOCH;
    private final GreenMail server;
    private final BreakingLine line;

    MailLoopTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().pool(4));
        new PlatformTables(units).empty();
        change(
                "INSERT INTO account (id, given_name, family_name, created_at)"
                        + " VALUES (?, 'Awa', 'Martin', '2026-09-01')",
                ACCOUNT.toString());
        change(
                "INSERT INTO notice_address (account_id, mail) VALUES (?, ?)",
                ACCOUNT.toString(),
                "awa@famille.example");
        queue =
                new MailQueue(
                        units,
                        clock,
                        PlatformTables.IDS::generate,
                        (college, from) -> from.isBefore(quietUntil) ? quietUntil : from);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        line = new BreakingLine(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        server.stop();
    }

    private int change(String sql, Object... values) {
        return units.write(DatabaseSpace.platform(), unit -> unit.update(sql, values));
    }

    private List<String> ask(String sql) {
        return units.read(
                DatabaseSpace.platform(), unit -> unit.query(sql, row -> row.getString(1)));
    }

    private List<String> states() {
        return ask("SELECT DISTINCT state FROM mail ORDER BY state");
    }

    private MailLoop node(String name, int perMinute) {
        return new MailLoop(
                queue,
                new JobLeases(units, clock, name),
                new MailServer(
                        "127.0.0.1",
                        line.port(),
                        MailServer.Security.NONE,
                        Optional.empty(),
                        "preau@departement.example",
                        perMinute),
                "ent.example",
                clock);
    }

    private OutgoingMail mail(String subject) {
        return new OutgoingMail(
                PlatformTables.IDS.generate(),
                ACCOUNT,
                "awa@famille.example",
                subject,
                "Nouveau message\u00a0: l’été « à Sèvres »\nhttps://ent.example/c/sevres/x\n",
                Optional.of("https://ent.example/notifications/stop?token=abc"),
                false);
    }

    private void put(OutgoingMail... mails) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    for (OutgoingMail mail : mails) {
                        queue.put(unit, mail);
                    }
                    return true;
                });
    }

    private void putMany(int count) {
        List<OutgoingMail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(mail("Lettre " + i));
        }
        put(mails.toArray(OutgoingMail[]::new));
    }

    private void turns(MailLoop node, int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            node.turn();
        }
    }

    private List<String> received() {
        return Arrays.stream(server.getReceivedMessages()).map(MailLoopTest::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void everyOneOnce(int count) {
        assertThat(received()).hasSize(count);
        assertThat(new HashSet<>(received())).hasSize(count);
    }

    @Test
    void aMailSaysInItsHeadersWhatItIsAndKeepsItsAccents() throws Exception {
        OutgoingMail mail = mail("Nouveau message\u00a0: l’été « à Sèvres » 🌩");
        put(mail);

        turns(node("a", 600), 1);

        MimeMessage sent = server.getReceivedMessages()[0];
        assertThat(sent.getSubject()).isEqualTo(mail.subject());
        assertThat(sent.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(mail.text().strip());
        assertThat(sent.getMessageID()).isEqualTo("<" + mail.id() + "@ent.example>");
        assertThat(sent.getHeader("List-Unsubscribe"))
                .containsExactly("<https://ent.example/notifications/stop?token=abc>");
        assertThat(sent.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aLineBreakInASubjectBeginsNoOtherHeader() throws Exception {
        put(mail("Sortie\r\nBcc: tous@college.example\u2028X-A: b\n\nBonjour"));

        turns(node("a", 600), 1);

        MimeMessage sent = server.getReceivedMessages()[0];
        assertThat(sent.getHeader("Bcc")).isNull();
        assertThat(sent.getHeader("X-A")).isNull();
        assertThat(sent.getSubject()).isEqualTo("Sortie Bcc: tous@college.example X-A: b Bonjour");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    /** Notes that a mail speaks of a collège. */
    private void speaksOf(OutgoingMail mail, int notice) {
        change(
                "INSERT INTO notice_mail (account_id, uai, notice_id, kind, title, href, urgent,"
                        + " due_at, mail_id, made_at) VALUES (?, '0921244C', ?, 'x', 'x', '/', FALSE,"
                        + " NULL, ?, '2026-09-01')",
                ACCOUNT.toString(),
                notice,
                mail.id().toString());
    }

    @Test
    void whatIsTriedAgainWaitsForTheEndOfTheQuietHoursWhateverElseLeaves() {
        OutgoingMail first = mail("Lettre");
        OutgoingMail second = mail("Autre lettre");
        OutgoingMail urgent =
                new OutgoingMail(
                        PlatformTables.IDS.generate(),
                        ACCOUNT,
                        "awa@famille.example",
                        "Urgent",
                        "Texte",
                        Optional.empty(),
                        true);
        put(first, second, urgent, mail("De votre compte"));
        speaksOf(first, 1);
        speaksOf(second, 2);
        speaksOf(urgent, 3);
        quietUntil = clock.instant().plus(Duration.ofHours(11));

        turns(node("a", 600), 3);

        assertThat(received()).containsExactlyInAnyOrder("Urgent", "De votre compte");
        clock.advance(Duration.ofHours(11));
        turns(node("a", 600), 1);
        assertThat(received())
                .containsExactlyInAnyOrder("Urgent", "De votre compte", "Lettre", "Autre lettre");
        everyOneOnce(4);
    }

    @Test
    void noMoreLeaveThanTheServerTakes() {
        putMany(20);
        MailLoop node = node("a", 180);

        turns(node, 1);
        assertThat(received()).hasSize(3);
        turns(node, 4);
        assertThat(received()).hasSize(15);
        turns(node, 2);
        everyOneOnce(20);
    }

    @Test
    void ofTwoNodesOneSends() {
        putMany(20);
        MailLoop first = node("a", 180);
        MailLoop second = node("b", 180);

        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            first.turn();
            second.turn();
        }

        assertThat(received()).hasSize(12);
    }

    @Test
    void aLineThatBreaksInTheMiddleOfATextLosesNothingAndSendsNothingTwice() {
        putMany(6);
        line.breakAfter("Subject: Lettre 2", false, 1);

        MailLoop node = node("a", 600);
        turns(node, 3);
        assertThat(received()).hasSize(5).doesNotContain("Lettre 2");
        clock.advance(Duration.ofMinutes(1));
        turns(node, 1);

        everyOneOnce(6);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainWithGrowingPauses() {
        put(mail("Lettre"));
        line.breakAfter("EHLO", false, 3);
        MailLoop node = node("a", 600);

        turns(node, 30);
        assertThat(received()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        turns(node, 30);
        clock.advance(Duration.ofMinutes(5));
        turns(node, 30);
        assertThat(received()).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        turns(node, 1);

        everyOneOnce(1);
    }

    @Test
    void whatWasTakenThoughTheLineBrokeBeforeTheAnswerComesAgainUnderTheSameMessageId()
            throws Exception {
        putMany(3);
        line.breakAfter("\r\n.\r\n", true, 1);

        MailLoop node = node("a", 600);
        turns(node, 3);
        clock.advance(Duration.ofHours(1));
        turns(node, 3);

        Set<String> ids = new HashSet<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(3);
        assertThat(new HashSet<>(received())).hasSize(3);
        assertThat(states()).containsExactly("SENT");
    }

    /** As with kill -9: nothing is written any more, and the line is gone. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private MailLoop nodeKilledAt(String moment) {
        return new MailLoop(
                queue,
                new JobLeases(units, clock, "killed"),
                () ->
                        new MailPost() {
                            private final SmtpPost post =
                                    new SmtpPost(
                                            new MailServer(
                                                    "127.0.0.1",
                                                    line.port(),
                                                    MailServer.Security.NONE,
                                                    Optional.empty(),
                                                    "preau@departement.example",
                                                    600),
                                            "ent.example",
                                            clock);

                            @Override
                            public Sending send(OutgoingMail mail, BooleanSupplier handing) {
                                boolean now = mail.subject().equals("Lettre 3");
                                if (now && moment.equals("before")) {
                                    throw new Killed();
                                }
                                Sending sending =
                                        post.send(
                                                mail,
                                                () -> {
                                                    if (now && moment.equals("text")) {
                                                        throw new Killed();
                                                    }
                                                    return handing.getAsBoolean();
                                                });
                                if (now && moment.equals("after")) {
                                    throw new Killed();
                                }
                                return sending;
                            }

                            @Override
                            public void close() {
                                post.close();
                            }
                        },
                600,
                clock);
    }

    private void survives(String moment) {
        putMany(8);
        MailLoop killed = nodeKilledAt(moment);
        try {
            turns(killed, 3);
        } catch (Killed expected) {
            assertThat(received()).hasSizeLessThan(8);
        }
        MailLoop next = node("next", 600);
        turns(next, 3);
        clock.advance(MailQueue.LEASE);
        turns(next, 3);
        everyOneOnce(8);
    }

    @Test
    void aNodeThatIsKilledBeforeItSendsMissesNobodyAndMailsNobodyTwice() {
        survives("before");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aNodeThatIsKilledInTheMiddleOfATextMissesNobodyAndMailsNobodyTwice() {
        survives("text");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aNodeThatIsKilledAfterTheServerTookItMailsNobodyTwice() {
        survives("after");
        assertThat(states()).containsExactly("SENT", "UNCERTAIN");
    }

    @Test
    void aNodeThatSleptThroughItsLeaseDoesNotEndItsMail() {
        put(mail("Lettre"));
        MailQueue.Leased slept = queue.lease().orElseThrow();
        clock.advance(MailQueue.LEASE.plusSeconds(1));
        turns(node("next", 600), 2);
        everyOneOnce(1);

        Sending sending =
                new SmtpPost(
                                new MailServer(
                                        "127.0.0.1",
                                        line.port(),
                                        MailServer.Security.NONE,
                                        Optional.empty(),
                                        "preau@departement.example",
                                        600),
                                "ent.example",
                                clock)
                        .send(slept.mail(), () -> queue.handed(slept));
        queue.ended(slept, sending);

        everyOneOnce(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void anAddressWithNobodyIsMarkedAndNotTriedAgain() throws Exception {
        try (RefusingServer refusing = new RefusingServer("550 5.1.1 nobody of this name")) {
            put(mail("Lettre"));
            MailLoop node =
                    new MailLoop(
                            queue,
                            new JobLeases(units, clock, "a"),
                            new MailServer(
                                    "127.0.0.1",
                                    refusing.port(),
                                    MailServer.Security.NONE,
                                    Optional.empty(),
                                    "preau@departement.example",
                                    600),
                            "ent.example",
                            clock);
            turns(node, 1);
            clock.advance(Duration.ofDays(3));
            turns(node, 2);

            assertThat(states()).containsExactly("REFUSED");
            assertThat(refusing.recipients()).isOne();
        }
        assertThat(ask("SELECT bad_reason FROM notice_address WHERE bad_at IS NOT NULL"))
                .singleElement()
                .asString()
                .contains("5.1.1 nobody of this name");
    }

    @Test
    void aMailboxThatIsFullIsTriedAgain() throws Exception {
        try (RefusingServer refusing = new RefusingServer("452 4.2.2 mailbox full")) {
            put(mail("Lettre"));
            MailLoop node =
                    new MailLoop(
                            queue,
                            new JobLeases(units, clock, "a"),
                            new MailServer(
                                    "127.0.0.1",
                                    refusing.port(),
                                    MailServer.Security.NONE,
                                    Optional.empty(),
                                    "preau@departement.example",
                                    600),
                            "ent.example",
                            clock);
            turns(node, 1);
            clock.advance(Duration.ofMinutes(1));
            turns(node, 1);

            assertThat(states()).containsExactly("WAITING");
            assertThat(refusing.recipients()).isEqualTo(2);
        }
    }

    @Test
    void whatIsUrgentGoesFirst() {
        putMany(5);
        OutgoingMail usual = mail("Urgence");
        put(
                new OutgoingMail(
                        usual.id(),
                        usual.account(),
                        usual.address(),
                        usual.subject(),
                        usual.text(),
                        usual.stop(),
                        true));

        turns(node("a", 60), 1);

        assertThat(received()).containsExactly("Urgence");
    }

    @Test
    void whatHasLeftLongAgoIsForgottenAndItsTextAtOnce() {
        put(mail("Lettre"));
        MailLoop node = node("a", 600);
        turns(node, 1);
        assertThat(ask("SELECT body FROM mail")).containsExactly("");

        clock.advance(Duration.ofDays(31));
        turns(node, 1);

        assertThat(states()).isEmpty();
    }
}

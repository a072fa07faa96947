package fr.preau.core.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Writes mails as they go over the line. */
final class MimeMails {

    private final Session session;
    private final String from;
    private final String site;
    private final Clock clock;

    MimeMails(Session session, String from, String site, Clock clock) {
        this.session = session;
        this.from = from;
        this.site = site;
        this.clock = clock;
    }

    /** Asks once, at the end of the text, whether it may end. */
    static final class Handed {

        private final BooleanSupplier handing;
        private boolean done;

        Handed(BooleanSupplier handing) {
            this.handing = handing;
        }

        private void ask() throws IOException {
            if (done || !handing.getAsBoolean()) {
                throw new IOException("the mail is another node's by now");
            }
            done = true;
        }

        boolean isDone() {
            return done;
        }
    }

    Mime mime(OutgoingMail mail, Handed handed) throws MessagingException {
        Mime mime = new Mime(session, mail.id(), site, handed);
        mime.setFrom(new InternetAddress(from, true));
        mime.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        mime.setSubject(oneLine(mail.subject()), StandardCharsets.UTF_8.name());
        mime.setText(mail.text(), StandardCharsets.UTF_8.name());
        // No robot is to answer, and no holiday notice to come back.
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.stop().isPresent()) {
            mime.setHeader("List-Unsubscribe", "<" + oneLine(mail.stop().get()) + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mime.setSentDate(Date.from(clock.instant()));
        mime.saveChanges();
        return mime;
    }

    /** A line break in a header would begin another one. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    /** A mail whose Message-ID is its own, and which asks before its end. */
    static final class Mime extends MimeMessage {

        private final UUID id;
        private final String site;
        private final Handed handed;

        Mime(Session session, UUID id, String site, Handed handed) {
            super(session);
            this.id = id;
            this.site = site;
            this.handed = handed;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + site + ">");
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored)
                throws IOException, MessagingException {
            super.writeTo(out, ignored);
            out.flush();
            handed.ask();
        }
    }
}

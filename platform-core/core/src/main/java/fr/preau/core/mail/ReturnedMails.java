package fr.preau.core.mail;

import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mails that come back, and marks the addresses at which nobody is. A report that was
 * understood is taken away; everything else stays in the mailbox for whoever reads it.
 */
public final class ReturnedMails {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMails.class);

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int AT_ONCE = 200;

    private static final String PATIENCE = "30000";

    private final BounceBox box;
    private final UnitsOfWork units;
    private final JobLeases leases;
    private final Clock clock;

    public ReturnedMails(BounceBox box, UnitsOfWork units, JobLeases leases, Clock clock) {
        this.box = box;
        this.units = units;
        this.leases = leases;
        this.clock = clock;
    }

    /** Reads what has come since; to be repeated every minute. */
    public void read() {
        if (!leases.take("returned-mails", LEASE)) {
            return;
        }
        boolean tls = box.security() == MailServer.Security.TLS;
        String protocol = tls ? "imaps" : "imap";
        Session session = Session.getInstance(properties(protocol));
        try (Store store = session.getStore(protocol)) {
            store.connect(box.host(), box.port(), box.account().user(), box.account().password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                read(inbox);
            }
        } catch (MessagingException e) {
            LOG.warn("the mailbox of returned mails can't be read: {}", e.getMessage());
        }
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", PATIENCE);
        properties.setProperty(prefix + "timeout", PATIENCE);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean startTls = box.security() == MailServer.Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        return properties;
    }

    private void read(Folder inbox) throws MessagingException {
        Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (Message message : Arrays.asList(unread).subList(0, Math.min(unread.length, AT_ONCE))) {
            read(message);
        }
    }

    private void read(Message message) throws MessagingException {
        Optional<ReturnedMail> returned;
        try {
            returned = ReturnedMail.of(message);
        } catch (IOException | MessagingException | RuntimeException e) {
            // Whatever is wrong with it: somebody may look, and the next one is read.
            LOG.info("a mail that came back is not understood: {}", e.getMessage());
            returned = Optional.empty();
        }
        returned.ifPresent(this::mark);
        message.setFlag(returned.isPresent() ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
    }

    /** The address that the mail went to, if it is still the one. */
    private void mark(ReturnedMail returned) {
        units.write(
                DatabaseSpace.platform(),
                unit -> {
                    unit.update(
                            "UPDATE notice_address a JOIN mail m ON m.account_id = a.account_id"
                                    + " AND m.address = a.mail"
                                    + " SET a.bad_at = ?, a.bad_reason = ?"
                                    + " WHERE m.id = ? AND a.bad_at IS NULL",
                            MailQueue.utc(clock.instant()),
                            "returned: " + returned.status(),
                            returned.mail().toString());
                    return unit.update(
                            "UPDATE mail SET state = 'REFUSED', answer = ? WHERE id = ?"
                                    + " AND state IN ('SENT', 'UNCERTAIN')",
                            "returned: " + returned.status(),
                            returned.mail().toString());
                });
    }
}

package fr.preau.core.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Brings mails to an SMTP server. */
final class SmtpPost implements MailPost {

    /** Waiting for a connection, for an answer, for a text to be taken. */
    private static final String PATIENCE = "30000";

    private final MailServer server;
    private final MimeMails mimes;
    private final Session session;
    private @Nullable Transport transport;

    /**
     * @param site the name of Préau's own host, for the Message-ID
     */
    SmtpPost(MailServer server, String site, Clock clock) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
        this.mimes = new MimeMails(session, server.from(), site, clock);
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        String protocol = server.security() == MailServer.Security.TLS ? "smtps" : "smtp";
        properties.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", PATIENCE);
        properties.setProperty(prefix + "timeout", PATIENCE);
        properties.setProperty(prefix + "writetimeout", PATIENCE);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // Nobody waits for a good-bye, least of all of a server that is in the middle of a text.
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", String.valueOf(server.account().isPresent()));
        boolean startTls = server.security() == MailServer.Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        return properties;
    }

    @Override
    public Sending send(OutgoingMail mail, BooleanSupplier handing) {
        MimeMails.Handed handed = new MimeMails.Handed(handing);
        try {
            MimeMails.Mime mime = mimes.mime(mail, handed);
            Transport open = open();
            open.sendMessage(mime, mime.getAllRecipients());
            return new Sending.Taken(answer(open));
        } catch (AddressException e) {
            return new Sending.NobodyThere("no address: " + e.getMessage());
        } catch (AuthenticationFailedException e) {
            close();
            return new Sending.Later("the server does not know Préau: " + e.getMessage());
        } catch (MessagingException e) {
            close();
            return failed(e, handed.isDone());
        }
    }

    private Transport open() throws MessagingException {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            open = session.getTransport();
            open.connect(
                    server.host(),
                    server.port(),
                    server.account().map(MailServer.Account::user).orElse(null),
                    server.account().map(MailServer.Account::password).orElse(null));
            transport = open;
        }
        return open;
    }

    private static String answer(Transport open) {
        return open instanceof SMTPTransport smtp
                ? String.valueOf(smtp.getLastServerResponse())
                : "taken";
    }

    /**
     * A line that is cut says nothing of whether the mail was taken. It is brought again, as RFC
     * 5321 asks (4.5.4.1), under the same Message-ID.
     *
     * @param handed whether all of it was sent: then a refusal is one of the mail, not of Préau
     */
    private static Sending failed(MessagingException failure, boolean handed) {
        Exception next = failure;
        while (next instanceof MessagingException messaging) {
            if (next instanceof SMTPAddressFailedException address) {
                return ofAddress(address.getReturnCode(), address.getMessage());
            }
            if (next instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return ofAnswer(send.getReturnCode(), send.getMessage(), handed);
            }
            next = messaging.getNextException();
        }
        return new Sending.Later(String.valueOf(failure.getMessage()));
    }

    private static Sending ofAddress(int code, @Nullable String answer) {
        String said = String.valueOf(answer);
        return isFinal(code) ? new Sending.NobodyThere(said) : new Sending.Later(said);
    }

    /** Some servers say only at the end that nobody is there. */
    private static Sending ofAnswer(int code, @Nullable String answer, boolean handed) {
        String said = String.valueOf(answer);
        if (!isFinal(code) || !handed) {
            // Before the text it is Préau who is not welcome, which somebody will put right.
            return new Sending.Later(said);
        }
        return said.matches("(?s).*\\b5\\.1\\.[0-9]+\\b.*")
                ? new Sending.NobodyThere(said)
                : new Sending.Refused(said);
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // It is closed all the same.
            }
        }
    }
}

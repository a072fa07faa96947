package fr.preau.liberty.e2e;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.liberty.Installation;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A real SMTP server, and to whom it was given mails. */
final class SmtpServer implements AutoCloseable {

    /** Slow enough to be killed in the middle, in mails a minute. */
    private static final int RATE = 120;

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    SmtpServer() {
        server.start();
    }

    /** Has the nodes that are started from now on send their mails here. */
    void tell(Installation installation) {
        installation
                .with("PREAU_SITE", "https://ent.example")
                .with("PREAU_MAIL_HOST", "127.0.0.1")
                .with("PREAU_MAIL_PORT", Integer.toString(server.getSmtp().getPort()))
                .with("PREAU_MAIL_SECURITY", "none")
                .with("PREAU_MAIL_FROM", "preau@departement.example")
                .with("PREAU_MAIL_RATE", Integer.toString(RATE));
    }

    List<String> mailed() {
        return Arrays.stream(server.getReceivedMessages())
                .flatMap(
                        message -> {
                            try {
                                return Stream.of(message.getAllRecipients());
                            } catch (MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .map(Address::toString)
                .toList();
    }

    void awaitMails(int count) {
        await().atMost(Duration.ofMinutes(2)).until(() -> mailed().size() >= count);
    }

    @Override
    public void close() {
        server.stop();
    }
}

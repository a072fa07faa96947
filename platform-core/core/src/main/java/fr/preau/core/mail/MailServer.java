package fr.preau.core.mail;

import java.util.Optional;

/**
 * The SMTP server of the Département, and how much it takes.
 *
 * @param security how the connection is protected
 * @param account who Préau is there; without one it does not sign in
 * @param from the address that mails come from
 * @param perMinute how many mails leave at most, from all nodes together
 */
public record MailServer(
        String host,
        int port,
        Security security,
        Optional<Account> account,
        String from,
        int perMinute) {

    /** How many mails a minute leave where nothing else is set. */
    public static final int USUAL = 300;

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** From the second word on, and not without. */
        STARTTLS,
        /** From the first. */
        TLS
    }

    /** Who Préau is for the server. */
    public record Account(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    public MailServer {
        if (perMinute < 1) {
            throw new IllegalArgumentException("a mail a minute at least");
        }
    }
}

package fr.preau.core.mail;

/**
 * The mailbox in which mails come back, read by IMAP.
 *
 * @param security how the connection is protected
 * @param account who Préau is there
 */
public record BounceBox(
        String host, int port, MailServer.Security security, MailServer.Account account) {}

package fr.preau.core.mail;

import java.util.Optional;
import java.util.UUID;

/**
 * A mail in plain text.
 *
 * @param id its Message-ID for ever, so that a server or a mailbox that gets it twice can know
 * @param stop where one stops mails with a click, for {@code List-Unsubscribe}
 * @param urgent whether it goes before those that are not
 */
public record OutgoingMail(
        UUID id,
        UUID account,
        String address,
        String subject,
        String text,
        Optional<String> stop,
        boolean urgent) {}

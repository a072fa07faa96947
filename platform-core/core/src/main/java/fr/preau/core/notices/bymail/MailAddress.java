package fr.preau.core.notices.bymail;

import java.util.Optional;

/**
 * Where somebody wants their mails.
 *
 * @param mail confirmed, so that mails go there
 * @param wanted typed, and not confirmed yet
 * @param stopped whether they have stopped all mails
 * @param bad what a server said when nobody was at the confirmed address
 */
public record MailAddress(
        Optional<String> mail, Optional<String> wanted, boolean stopped, Optional<String> bad) {

    /** Of somebody who has never said anything. */
    public static final MailAddress NONE =
            new MailAddress(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** Whether mails go out. */
    public boolean receives() {
        return mail.isPresent() && !stopped && bad.isEmpty();
    }
}

package fr.preau.core.mail;

import java.util.function.BooleanSupplier;

/** Brings mails to a server, on one connection until it is closed. */
interface MailPost extends AutoCloseable {

    /**
     * Brings a mail.
     *
     * @param handing asked when all but the last dot was sent; when it says no, the dot is not sent
     */
    Sending send(OutgoingMail mail, BooleanSupplier handing);

    @Override
    void close();
}

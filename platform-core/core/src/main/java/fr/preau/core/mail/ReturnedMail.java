package fr.preau.core.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a mail of ours that it could not deliver (RFC 3464).
 *
 * @param mail which one, by its Message-ID
 * @param status as in {@code 5.1.1}
 */
record ReturnedMail(UUID mail, String status) {

    /** No report is longer; what is returned of the mail itself may be. */
    private static final int LONGEST = 100_000;

    private static final Pattern FAILED = Pattern.compile("(?im)^Action:\\s*failed\\b");

    private static final Pattern STATUS =
            Pattern.compile("(?im)^Status:\\s*(5\\.[0-9]{1,3}\\.[0-9]{1,3})");

    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^Message-ID:\\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");

    /** Whether this is one: a report on one mail of ours that failed for good. */
    static Optional<ReturnedMail> of(Part message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report")
                || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        String status = null;
        UUID mail = null;
        for (int i = 0; i < report.getCount(); i++) {
            BodyPart part = report.getBodyPart(i);
            String type = part.getContentType().toLowerCase(Locale.ROOT);
            if (type.startsWith("message/delivery-status")) {
                String text = text(part);
                status = FAILED.matcher(text).find() ? first(STATUS, text) : null;
            } else if (type.startsWith("message/rfc822")
                    || type.startsWith("text/rfc822-headers")) {
                String id = first(MESSAGE_ID, text(part));
                mail = id == null ? null : UUID.fromString(id);
            }
        }
        return status == null || mail == null
                ? Optional.empty()
                : Optional.of(new ReturnedMail(mail, status));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        }
    }
}

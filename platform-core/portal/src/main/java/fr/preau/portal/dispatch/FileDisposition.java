package fr.preau.portal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.preau.core.files.OutgoingFile;
import java.text.Normalizer;

/** Whether a file is shown or saved, and under what name (RFC 6266, names by RFC 8187). */
final class FileDisposition {

    /** What may stand as it is in an extended value. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private FileDisposition() {}

    static String of(OutgoingFile file) {
        return (file.shown() ? "inline" : "attachment")
                + "; filename=\""
                + simple(file.name())
                + "\"; filename*=UTF-8''"
                + extended(file.name());
    }

    /** For programs that know ASCII only: without accents, anything else is a low line. */
    private static String simple(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 .()_-]", "_");
    }

    private static String extended(String name) {
        StringBuilder value = new StringBuilder();
        for (byte each : name.getBytes(UTF_8)) {
            char sign = (char) (each & 0xFF);
            boolean plain =
                    sign < 128 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0);
            value.append(plain ? String.valueOf(sign) : "%%%02X".formatted(each & 0xFF));
        }
        return value.toString();
    }
}

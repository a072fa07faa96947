package fr.preau.portal.dispatch;

import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/** What stands above a part of a form: of which field it is, and the file's name if it is one. */
final class PartHeader {

    private final @Nullable String field;
    private final @Nullable String fileName;
    private final @Nullable String contentType;

    /**
     * @param lines as they came; a line that begins with a space goes on the one before
     */
    PartHeader(String lines) {
        Map<String, String> disposition = Map.of();
        String type = null;
        for (String line : lines.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            String name = line.substring(0, Math.max(line.indexOf(':'), 0)).strip();
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> disposition = parameters(value);
                case "content-type" -> type = value;
                default -> {
                    // Nothing that a form needs.
                }
            }
        }
        this.field = disposition.get("name");
        this.fileName =
                disposition.containsKey("filename") ? unescaped(disposition.get("filename")) : null;
        this.contentType = type;
    }

    /**
     * What stands behind a header's value, as in {@code ; boundary=…}, by names in small letters.
     */
    static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    /** Browsers write these three in a name as the HTML standard wants it. */
    private static String unescaped(@Nullable String name) {
        return name == null
                ? ""
                : name.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    }

    @Nullable String field() {
        return field;
    }

    /** Null for what is no file; empty where none was chosen. */
    @Nullable String fileName() {
        return fileName;
    }

    @Nullable String contentType() {
        return contentType;
    }
}

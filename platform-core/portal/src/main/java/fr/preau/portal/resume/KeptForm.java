package fr.preau.portal.resume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be taken when it came, with all it held: where it was going, and its
 * fields. It travels through the pages of the person who typed it, so no node keeps it.
 *
 * @param address where it was going, an address of ours
 * @param fields in their order, without the token of the session and without passwords
 */
public record KeptForm(String address, List<Sent> fields) {

    /** A field as it was sent. */
    public record Sent(String name, String value) {}

    /** More than twice what the longest message takes. */
    static final int LARGEST = 300_000;

    private static final Pattern NOT_KEPT =
            Pattern.compile("_token|.*(password|secret).*", Pattern.CASE_INSENSITIVE);

    /** The name of a file that was sent along; the file itself is too large to travel in a page. */
    private static final String LOST_FILE = "_file";

    /** Identities, codes, choices and numbers: they go along, but nobody typed them. */
    private static final Pattern CODE =
            Pattern.compile("\\S*[0-9]\\S*|[A-Z_]+|true|false|on|off|[a-z-]+:\\S*");

    public KeptForm {
        if (!OwnAddress.isOne(address)) {
            throw new IllegalArgumentException("not an address of ours");
        }
        fields = List.copyOf(fields);
    }

    /** Keeps what was sent to an address of ours. */
    public static KeptForm of(String address, Map<String, List<String>> input) {
        return of(address, input, List.of());
    }

    /** The same with the names of the files that were sent along, which are told as lost. */
    public static KeptForm of(
            String address, Map<String, List<String>> input, List<String> lostFiles) {
        List<Sent> fields = new ArrayList<>();
        input.forEach(
                (name, values) -> {
                    if (!NOT_KEPT.matcher(name).matches()) {
                        values.forEach(value -> fields.add(new Sent(name, value)));
                    }
                });
        lostFiles.forEach(name -> fields.add(new Sent(LOST_FILE, name)));
        return new KeptForm(address, fields);
    }

    /** The names of the files that were sent along and could not be kept. */
    public List<String> lostFiles() {
        return fields.stream()
                .filter(sent -> sent.name.equals(LOST_FILE))
                .map(Sent::value)
                .toList();
    }

    /** Whether it is short enough to travel in a page. */
    public boolean fits() {
        return encoded().length() <= LARGEST;
    }

    /** As one text, like an address with its query. */
    public String encoded() {
        return fields.stream()
                .map(sent -> encoded(sent.name) + "=" + encoded(sent.value))
                .collect(Collectors.joining("&", address + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** What {@link #encoded} made; nothing when it is anything else. */
    public static Optional<KeptForm> read(@Nullable String encoded) {
        if (encoded == null || encoded.length() > LARGEST) {
            return Optional.empty();
        }
        int query = encoded.indexOf('?');
        if (query < 0 || !OwnAddress.isOne(encoded.substring(0, query))) {
            return Optional.empty();
        }
        try {
            List<Sent> fields = new ArrayList<>();
            for (String pair : encoded.substring(query + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
                    String value = URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                    fields.add(new Sent(name, value));
                }
            }
            return Optional.of(new KeptForm(encoded.substring(0, query), fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What somebody wrote, as far as it can be told from codes; in the order of the form. */
    public List<String> texts() {
        return fields.stream()
                .filter(sent -> !sent.name.equals(LOST_FILE))
                .map(Sent::value)
                .filter(value -> !value.isBlank() && !CODE.matcher(value).matches())
                .toList();
    }
}

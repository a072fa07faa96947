package fr.preau.api.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where words lead; only to the web and to mail addresses.
 *
 * @param href the address
 * @param site the site or the mail address, in letters that nothing else looks like
 * @param shown what a reader sees of that
 */
public record Link(String href, String site, Shown shown) {

    /** How honest the words of a link are. */
    public enum Shown {
        /** They are the address, or its site. */
        SAID,
        /** They are words, so where they lead has to be said. */
        NAMED,
        /** They look like another address. */
        DISGUISED
    }

    private static final Pattern MAIL =
            Pattern.compile(
                    "mailto:([A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8})");

    private static final Pattern LIKE_A_SITE = Pattern.compile("[\\p{L}\\p{N}-]\\.\\p{L}{2}|://|@");

    boolean isSaid() {
        return shown == Shown.SAID;
    }

    /** A web address that stands in a text as it is. */
    static Optional<Link> ofAddress(String typed) {
        return WebAddress.of(typed)
                .map(
                        address ->
                                new Link(
                                        address.href(),
                                        address.host(),
                                        address.isDisguised() ? Shown.DISGUISED : Shown.SAID));
    }

    /** Words that lead to an address; none where it is no address that one may be led to. */
    static Optional<Link> ofWords(String words, String address) {
        var mail = MAIL.matcher(address);
        if (mail.matches()) {
            return Optional.of(new Link(address, mail.group(1), shown(words, mail.group(1))));
        }
        return WebAddress.of(address)
                .map(web -> new Link(web.href(), web.host(), shown(words, web.host())));
    }

    private static Shown shown(String words, String site) {
        String said = words.strip();
        if (said.equalsIgnoreCase(site)
                || WebAddress.of(said).filter(web -> web.isPlainly(site)).isPresent()) {
            return Shown.SAID;
        }
        String folded = said.toLowerCase(Locale.ROOT);
        return LIKE_A_SITE.matcher(folded).find() ? Shown.DISGUISED : Shown.NAMED;
    }
}

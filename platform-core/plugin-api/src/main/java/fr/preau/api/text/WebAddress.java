package fr.preau.api.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of the web as a browser understands it, whatever it was made to look like.
 *
 * <p>What stands before an {@code @} is a name and a password to the browser and a site to a reader
 * in a hurry; letters of other scripts look like ours. So the name is left out of where the link
 * leads, and the site is said in letters that nothing else looks like.
 *
 * @param href where it leads
 * @param host the site, in lower case and plain letters
 * @param isDisguised whether what was typed looks like another site
 */
record WebAddress(String href, String host, boolean isDisguised) {

    private static final Pattern PARTS =
            Pattern.compile("(https?)://([^/?#\\\\]*)(.*)", Pattern.DOTALL);

    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*");

    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    /** The address; none where no browser would go there, or one can't tell where. */
    static Optional<WebAddress> of(String typed) {
        Matcher parts = PARTS.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String authority = parts.group(2);
        String site = authority.substring(authority.lastIndexOf('@') + 1);
        Matcher port = PORT.matcher(site);
        String after = port.find() ? port.group() : "";
        String named = site.substring(0, site.length() - after.length());
        return plain(named)
                .map(
                        host ->
                                new WebAddress(
                                        parts.group(1) + "://" + host + after + parts.group(3),
                                        host,
                                        !authority.equals(site)
                                                || host.startsWith("xn--")
                                                || host.contains(".xn--")
                                                || !host.equals(named.toLowerCase(Locale.ROOT))));
    }

    /** Whether it shows nothing but that it leads to this site. */
    boolean isPlainly(String site) {
        return !isDisguised && host.equals(site);
    }

    private static Optional<String> plain(String named) {
        try {
            String host = IDN.toASCII(named).toLowerCase(Locale.ROOT);
            return Optional.of(host).filter(name -> HOST.matcher(name).matches());
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}

package fr.preau.portal.banners;

import fr.preau.api.school.Profile;
import fr.preau.portal.resume.OwnAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page that an urgent message opens: one that is called by its name, or another whose address
 * somebody has copied from the browser.
 *
 * @param chosen the address of a known page, {@link #OTHER}, or nothing
 * @param pasted a whole address of ours, or what comes after the name of the server
 * @param host what our own server is called
 */
record PageToOpen(String chosen, String pasted, @Nullable String host) {

    static final String OTHER = "other";

    private static final int LONGEST = 300;

    static PageToOpen typed(@Nullable String page, @Nullable String link, @Nullable String host) {
        return new PageToOpen(clean(page), clean(link), host);
    }

    private static String clean(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** How a stored link stands in the form. */
    static PageToOpen stored(String link, List<KnownPage> known) {
        if (link.isEmpty()) {
            return new PageToOpen("", "", null);
        }
        return known.stream().anyMatch(page -> page.href().equals(link))
                ? new PageToOpen(link, "", null)
                : new PageToOpen(OTHER, link, null);
    }

    /** What is wrong with it. */
    enum Mistake {
        /** There is no such choice. */
        UNKNOWN("page", "banners.problem.page"),
        /** Some of those who read the message would be refused. */
        CLOSED("page", "banners.problem.page.closed"),
        /** A page and the address of another. */
        BOTH("link", "banners.problem.link.both"),
        /** No address of ours. */
        ELSEWHERE("link", "banners.problem.link");

        final String field;
        final String text;

        Mistake(String field, String text) {
            this.field = field;
            this.text = text;
        }
    }

    Optional<Mistake> mistake(List<KnownPage> known, Set<Profile> readers) {
        if (chosen.isEmpty() && pasted.isEmpty()) {
            return Optional.empty();
        }
        if (chosen.isEmpty() || chosen.equals(OTHER)) {
            return path().isPresent() ? Optional.empty() : Optional.of(Mistake.ELSEWHERE);
        }
        Optional<KnownPage> page =
                known.stream().filter(each -> each.href().equals(chosen)).findFirst();
        if (page.isEmpty()) {
            return Optional.of(Mistake.UNKNOWN);
        }
        if (!pasted.isEmpty()) {
            return Optional.of(Mistake.BOTH);
        }
        return page.get().profiles().containsAll(readers)
                ? Optional.empty()
                : Optional.of(Mistake.CLOSED);
    }

    /** Where the message leads, empty for nowhere; only when nothing is wrong. */
    String link() {
        return chosen.isEmpty() || chosen.equals(OTHER) ? path().orElse("") : chosen;
    }

    private Optional<String> path() {
        Optional<String> path = pasted.startsWith("/") ? Optional.of(pasted) : ofWholeAddress();
        return path.filter(each -> each.length() <= LONGEST && OwnAddress.isOne(each));
    }

    /** Browsers show addresses without their beginning, so it may be missing. */
    private Optional<String> ofWholeAddress() {
        if (host == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(pasted.contains("://") ? pasted : "https://" + pasted);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || !host.equalsIgnoreCase(uri.getRawAuthority())) {
                return Optional.empty();
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

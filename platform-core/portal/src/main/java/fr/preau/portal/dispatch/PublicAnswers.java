package fr.preau.portal.dispatch;

import fr.preau.portal.dispatch.RouteCall.Prepared;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages for everybody, kept for a moment: a link that goes round among families asks the database
 * now and then, and not once for each of them.
 *
 * <p>Only what was made for nobody in particular is kept, and only pages: a picture is fetched each
 * time, and so is gone at once when its page is.
 */
public final class PublicAnswers {

    /** Whoever invents addresses fills this and no more. */
    private static final int MOST = 300;

    private record Kept(Prepared page, long since) {}

    private final Duration time;
    private final Map<String, Kept> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param time for how long a page may be older than what it shows
     */
    public PublicAnswers(Duration time) {
        this.time = time;
    }

    /**
     * The page at the address of an exchange.
     *
     * @param fresh makes it
     */
    Prepared page(Exchange exchange, Supplier<Prepared> fresh) {
        if (exchange.visit().signedIn().isPresent() || exchange.wantsJson()) {
            return fresh.get();
        }
        String key = exchange.address() + "?" + exchange.request().getQueryString();
        Kept there = find(key);
        if (there != null) {
            return there.page;
        }
        Prepared made = fresh.get();
        if (made instanceof Prepared.Page page && page.status() == 200) {
            keep(key, made);
        }
        return made;
    }

    private synchronized @Nullable Kept find(String key) {
        Kept there = kept.get(key);
        return there == null || System.nanoTime() - there.since >= time.toNanos() ? null : there;
    }

    private synchronized void keep(String key, Prepared page) {
        kept.put(key, new Kept(page, System.nanoTime()));
    }
}

package fr.preau.testkit.compatibility;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page in a browser with the portal's own styles, without a server. */
final class PlayedSite implements AutoCloseable {

    private static final String ADDRESS = "http://preau.test/";

    private static final Pattern ACCENT = Pattern.compile("/assets/accent/([0-9a-f]{6})\\.css");

    private final BrowserContext context;
    private final Page page;
    private String html = "";

    private PlayedSite(BrowserContext context) {
        this.context = context;
        context.route("**/*", this::answer);
        page = context.newPage();
    }

    static PlayedSite in(Browser browser, int width) {
        return new PlayedSite(
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("fr-FR")
                                .setViewportSize(width, 844)));
    }

    Page show(String document) {
        html = document;
        page.navigate(ADDRESS);
        return page;
    }

    private void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        Matcher accent = ACCENT.matcher(path);
        if (path.equals("/")) {
            route.fulfill(of("text/html; charset=utf-8").setBody(html));
        } else if (accent.matches()) {
            String css = ":root{--preau-accent:#" + accent.group(1) + "}";
            route.fulfill(of("text/css").setBody(css));
        } else {
            asset(route, path);
        }
    }

    private static void asset(Route route, String path) {
        String place =
                path.startsWith("/webjars/")
                        ? "/META-INF/resources" + path
                        : "/fr/preau/testkit/webapp" + path;
        try (InputStream in = PlayedSite.class.getResourceAsStream(place)) {
            if (in == null) {
                route.fulfill(new Route.FulfillOptions().setStatus(404));
            } else {
                route.fulfill(of(type(path)).setBodyBytes(in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route.FulfillOptions of(String type) {
        return new Route.FulfillOptions().setStatus(200).setContentType(type);
    }

    private static String type(String path) {
        if (path.endsWith(".css")) {
            return "text/css";
        }
        return path.endsWith(".js") ? "text/javascript" : "image/svg+xml";
    }

    @Override
    public void close() {
        context.close();
    }
}

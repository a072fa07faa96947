package fr.preau.liberty.e2e;

import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import fr.preau.liberty.InventedDeliveries;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Debian's Chromium, as a person uses it: on a phone unless said otherwise. */
final class Chromium implements AutoCloseable {

    static final int PHONE = 390;
    static final int DESK = 1280;

    private final Playwright playwright = Playwright.create();
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
    private final URI address;

    Chromium(URI address) {
        this.address = address;
    }

    /** A fresh browser, with no cookie. */
    Person visitor(boolean javaScript) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(address.toString())
                                .setJavaScriptEnabled(javaScript)
                                .setLocale("fr-FR")
                                .setViewportSize(new ViewportSize(PHONE, 844)));
        return new Person(context.newPage(), javaScript);
    }

    /** Somebody who has signed in on the page, with the button of the demo. */
    Person signedIn(String login, boolean javaScript) {
        Person person = visitor(javaScript);
        person.page.navigate("/sign-in");
        person.typeCredentials(login);
        person.awaitCards();
        return person;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** A person before a page. */
    static final class Person {

        private static final int MOST_STOPS = 200;

        private static final String FOCUSED =
                "document.activeElement.innerText || document.activeElement.value || ''";

        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private final boolean javaScript;

        private Person(Page page, boolean javaScript) {
            this.page = page;
            this.javaScript = javaScript;
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            complaints.add(message.text());
                        }
                    });
            page.onPageError(complaints::add);
        }

        Page page() {
            return page;
        }

        void open(String path) {
            page.navigate(path);
            if (path.equals("/")) {
                awaitCards();
            }
        }

        /** What is late comes by itself, or to whoever has no script, with the next try. */
        private void awaitCards() {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                boolean late = text().contains("prend un peu plus de temps");
                                if (late && !javaScript) {
                                    page.reload();
                                }
                                return !late;
                            });
        }

        /** Signs in on the sign-in page that is open. */
        void typeCredentials(String login) {
            page.fill("input[name=login] >> visible=true", login);
            page.fill("input[name=password] >> visible=true", InventedDeliveries.PASSWORD);
            press("Se connecter");
        }

        /** The page that is open here does not know of it. */
        void signOutInAnotherTab() {
            try (Page other = page.context().newPage()) {
                other.navigate("/profile");
                other.locator("main form[action='/sign-out'] button").click();
                other.waitForURL("**/sign-in");
            }
            // A page behind another one stands still for Chromium.
            page.bringToFront();
        }

        /** Writes a longer text anew: in the editor, or in the plain field without a script. */
        void write(String text) {
            if (!javaScript) {
                page.fill("[name=text]", text);
                return;
            }
            page.locator(".rich-area").click();
            page.keyboard().press("Control+A");
            page.keyboard().press("Backspace");
            for (String line : text.split("(?=\n)|(?<=\n)", -1)) {
                if (line.equals("\n")) {
                    page.keyboard().press("Shift+Enter");
                } else {
                    page.keyboard().insertText(line);
                }
            }
        }

        /**
         * At once where there is no script: Playwright waits for what still moves with a timer of
         * the page, which then never rings.
         */
        private void click(Locator all) {
            all.first().click(new Locator.ClickOptions().setForce(!javaScript));
        }

        void press(String button) {
            click(page.locator("main button:has-text(\"" + button + "\")"));
            page.waitForLoadState();
        }

        void follow(String link) {
            click(page.locator("main a:has-text(\"" + link + "\")"));
            page.waitForLoadState();
        }

        /** Moves the focus with the Tab key alone until it stands on what says this. */
        void tabTo(String words) {
            for (int pressed = 0; pressed < MOST_STOPS; pressed++) {
                page.keyboard().press("Tab");
                if (String.valueOf(page.evaluate(FOCUSED)).contains(words)) {
                    return;
                }
            }
            throw new AssertionError("the Tab key never comes to « " + words + " »");
        }

        /** Does with the keyboard what a click on this would do. */
        void enter(String words) {
            tabTo(words);
            page.evaluate("window.left = true");
            page.keyboard().press("Enter");
            // Not waitForFunction: where it looks twice, the policy of the site forbids its eval.
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> page.evaluate("window.left === undefined").equals(true));
            page.waitForLoadState();
        }

        /** A letter may be taken back for ten seconds; until then nobody finds it. */
        void awaitLetter(String path, String subject) {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                open(path);
                                return text().contains(subject);
                            });
        }

        String text() {
            return page.innerText("main");
        }

        /** What the browser said was wrong: scripts, refused resources. */
        List<String> complaints() {
            return complaints;
        }

        /** What axe-core finds, each as its rule and where. */
        List<String> axe() {
            AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
            return results.getViolations().stream().map(Person::described).toList();
        }

        private static String described(Rule rule) {
            return rule.getId()
                    + " "
                    + rule.getNodes().stream().map(node -> node.getTarget().toString()).toList();
        }

        /** Nothing is wrong with the page that is open, on a phone and on a desk. */
        void assertSound(String stage) {
            SoftAssertions.assertSoftly(
                    softly -> {
                        for (int width : new int[] {PHONE, DESK}) {
                            softly.assertThat(overflow(width)).as(stage + " " + width).isZero();
                            softly.assertThat(axe()).as(stage + " " + width).isEmpty();
                        }
                    });
            overflow(PHONE);
        }

        /** How much wider than the window the page is, in pixels. */
        int overflow(int width) {
            page.setViewportSize(width, 844);
            return (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        }
    }
}

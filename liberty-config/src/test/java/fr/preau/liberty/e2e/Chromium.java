package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import fr.preau.liberty.InventedDeliveries;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/** Debian's Chromium, as a person uses it: on a phone unless said otherwise. */
final class Chromium implements AutoCloseable {

    static final int PHONE = 390;
    static final int DESK = 1280;

    /** The one without windows draws the same pages with little more than half the work. */
    private static final List<Path> INSTALLED =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private final Playwright playwright = Playwright.create();
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
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

    private static Path executable() {
        return INSTALLED.stream().filter(Files::isExecutable).findFirst().orElseThrow();
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
        return new Person(context.newPage(), javaScript, false);
    }

    /** Somebody who has signed in on the page. */
    Person signedIn(String login, boolean javaScript) {
        return signedIn(login, visitor(javaScript));
    }

    /** The same, who has no pointer: every stop is reached with the Tab key. */
    Person atTheKeyboard(String login) {
        return signedIn(login, new Person(visitor(true).page, true, true));
    }

    private static Person signedIn(String login, Person person) {
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

        /**
         * Where the focus stands. With the keyboard one comes to a group of radio buttons, and
         * moves within it.
         */
        private static final String FOCUS =
                """
                stop => {
                  const here = document.activeElement;
                  const inGroup = stop.type === 'radio' && here.type === 'radio'
                      && stop.name === here.name;
                  return stop === here ? 'THERE' : inGroup ? 'IN_ITS_GROUP' : 'ELSEWHERE';
                }""";

        private static final String PLACE =
                "(list, wanted) => [...list.options].findIndex("
                        + "option => option.value === wanted || option.label === wanted)"
                        + " - list.selectedIndex";

        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private final boolean javaScript;
        private final boolean keyboard;

        private Person(Page page, boolean javaScript, boolean keyboard) {
            this.page = page;
            this.javaScript = javaScript;
            this.keyboard = keyboard;
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
            fill("input[name=login] >> visible=true", login);
            fill("input[name=password] >> visible=true", InventedDeliveries.PASSWORD);
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
            act(page.locator(".rich-area"));
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
         * Presses what it is. At once where there is no script: Playwright waits for what still
         * moves with a timer of the page, which then never rings.
         */
        void act(Locator all) {
            Locator one = all.first();
            if (!keyboard) {
                one.click(new Locator.ClickOptions().setForce(!javaScript));
            } else {
                reach(one);
                if (one.evaluate("stop => stop.matches('a, button, summary')").equals(true)) {
                    one.press("Enter");
                }
            }
        }

        /** Moves the focus with the Tab key alone until it stands there. */
        private void reach(Locator stop) {
            ElementHandle wanted = stop.elementHandle();
            String key = "Tab";
            for (int pressed = 0; pressed < MOST_STOPS; pressed++) {
                page.keyboard().press(key);
                Object focus = wanted.evaluate(FOCUS);
                if (focus.equals("THERE")) {
                    return;
                }
                key = focus.equals("IN_ITS_GROUP") ? "ArrowDown" : "Tab";
            }
            throw new AssertionError("the Tab key never comes to " + stop);
        }

        void press(String button) {
            act(page.locator("main button:has-text(\"" + button + "\")"));
            page.waitForLoadState();
        }

        void follow(String link) {
            act(page.locator("main a:has-text(\"" + link + "\")"));
            page.waitForLoadState();
        }

        void fill(String field, String text) {
            Locator one = page.locator(field).first();
            if (!keyboard) {
                one.fill(text);
                return;
            }
            reach(one);
            if (String.valueOf(one.getAttribute("type")).startsWith("date")) {
                // The browser's own field, whose order of day and month is that of its language.
                one.fill(text);
            } else {
                page.keyboard().press("Control+A");
                page.keyboard().insertText(text);
            }
        }

        void tick(String label) {
            tick(page.locator("main label:has-text(\"" + label + "\") input"));
        }

        /** Ticks the box, or chooses the radio button; at once where there is no script. */
        void tick(Locator all) {
            Locator one = all.first();
            if (!keyboard) {
                one.check(new Locator.CheckOptions().setForce(!javaScript));
                return;
            }
            reach(one);
            if (!one.isChecked()) {
                page.keyboard().press("Space");
            }
            assertThat(one.isChecked()).as("ticked").isTrue();
        }

        /**
         * Chooses in a list.
         *
         * @param wanted the value or the words of what is chosen
         */
        void choose(String list, String wanted) {
            Locator one = page.locator(list).first();
            if (!keyboard) {
                one.selectOption(wanted);
                return;
            }
            reach(one);
            int steps = (int) one.evaluate(PLACE, wanted);
            for (int step = 0; step < Math.abs(steps); step++) {
                page.keyboard().press(steps > 0 ? "ArrowDown" : "ArrowUp");
            }
            assertThat(one.evaluate(PLACE, wanted)).as(wanted).isEqualTo(0);
        }

        /** Asks for a page until it says something, for what comes from another place is late. */
        void awaitText(String path, String text) {
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                open(path);
                                return text().contains(text);
                            });
        }

        /** A letter may be taken back for ten seconds; until then nobody finds it. */
        void awaitLetter(String path, String subject) {
            awaitText(path, subject);
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

        /** Nothing is wrong with the page that is open, and it fits a phone and a desk. */
        void assertSound(String stage) {
            SoftAssertions.assertSoftly(
                    softly -> {
                        softly.assertThat(overflow(DESK)).as(stage + " " + DESK).isZero();
                        softly.assertThat(overflow(PHONE)).as(stage + " " + PHONE).isZero();
                        softly.assertThat(axe()).as(stage).isEmpty();
                    });
        }

        /** How much wider than the window the page is, in pixels. */
        int overflow(int width) {
            page.setViewportSize(width, 844);
            return (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        }
    }
}

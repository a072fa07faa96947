package fr.preau.testkit.compatibility;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.testkit.KitPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every page on a phone, empty and filled, as axe-core sees it in Chromium. */
final class AccessibilityCheck implements Check {

    private static final String PROPERTY = "preau.chromium";

    private static final int PHONE = 390;

    /** Nobody scrolls sideways to read (RGAA 4.1, criterion 10.11). */
    private static final String WIDER =
            "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)";

    /**
     * How an element is built, without its words and addresses and with one of each of its repeated
     * parts; what surrounds the content, without the content.
     */
    private static final String SHAPE =
            """
            selector => {
              const root = document.querySelector(selector) ?? document.body;
              const told = attribute =>
                /^(class|role|type|lang|tabindex|hidden|disabled|open|scope)$/.test(attribute.name)
                || attribute.name.startsWith('aria-')
                && !/label|labelledby|describedby|controls|owns/.test(attribute.name)
                  ? attribute.name + '=' + attribute.value
                  : attribute.name;
              const shape = node =>
                node.nodeType !== Node.ELEMENT_NODE
                  ? (node.textContent.trim() ? 'words' : '')
                  : node !== root && node.tagName === 'MAIN'
                    ? 'main'
                    : '<' + node.tagName + ' ' + [...node.attributes].map(told).sort()
                      + '>' + [...new Set([...node.childNodes].map(shape))].join('') + '</>';
              return selector + shape(root);
            }""";

    @Override
    public String name() {
        return "accessibility";
    }

    @Override
    public void look(Subject subject, Notes notes) {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            notes.notRun("no Chromium on this machine; -D" + PROPERTY + "=… says where it is");
            return;
        }
        try (Playwright playwright = Playwright.create(withoutDownloads());
                Browser browser = playwright.chromium().launch(options(chromium.get()));
                PlayedSite site = PlayedSite.in(browser, PHONE)) {
            // What is empty looks the same to all who see it; what is filled may not.
            look(subject, site, everybody -> everybody.limit(1), notes);
            if (subject.fill(12, notes)) {
                look(subject, site, everybody -> everybody, notes);
            }
        } catch (PlaywrightException e) {
            notes.notRun("Chromium does not run: " + e.getMessage());
        }
    }

    static Optional<Path> chromium() {
        return Stream.of(
                        System.getProperty(PROPERTY, ""),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Playwright.CreateOptions withoutDownloads() {
        return new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }

    static BrowserType.LaunchOptions options(Path chromium) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking"));
    }

    private static void look(
            Subject subject,
            PlayedSite site,
            UnaryOperator<Stream<KitPerson>> readers,
            Notes notes) {
        Set<String> looked = new HashSet<>();
        for (Route<?, ?> route : subject.pages()) {
            Set<Profile> seen = EnumSet.noneOf(Profile.class);
            Stream<KitPerson> oneOfEach =
                    subject.kit().college().everybody().stream()
                            .filter(person -> subject.admits(route, person))
                            .filter(person -> seen.add(person.person().profile()));
            for (KitPerson person : readers.apply(oneOfEach).toList()) {
                String what = route + " as " + person.displayName();
                look(site.show(subject.get(person, route).html()), what, looked, notes);
            }
        }
        notes.note(looked.size() + " parts of pages looked at");
    }

    /**
     * What another reader's page or another address was built of in the same way is not looked at
     * again.
     */
    private static void look(Page page, String what, Set<String> looked, Notes notes) {
        Object wider = page.evaluate(WIDER);
        if (!Integer.valueOf(0).equals(wider)) {
            notes.fail(what + ": " + wider + " pixels wider than a phone of " + PHONE);
        }
        boolean frame = looked.add(String.valueOf(page.evaluate(SHAPE, "body")));
        boolean content = looked.add(String.valueOf(page.evaluate(SHAPE, "main")));
        if (!frame && !content) {
            return;
        }
        // No page has frames, so axe need not open one of its own to gather what they hold.
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        for (Rule rule : (frame ? axe : axe.include("main")).analyze().getViolations()) {
            notes.fail(
                    what
                            + ": "
                            + rule.getId()
                            + " at "
                            + rule.getNodes().stream()
                                    .map(node -> node.getTarget().toString())
                                    .toList());
        }
    }
}

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

    private static Optional<Path> chromium() {
        return Stream.of(
                        System.getProperty(PROPERTY, ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Playwright.CreateOptions withoutDownloads() {
        return new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }

    private static BrowserType.LaunchOptions options(Path chromium) {
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
        int looked = 0;
        for (Route<?, ?> route : subject.pages()) {
            Set<Profile> seen = EnumSet.noneOf(Profile.class);
            Stream<KitPerson> oneOfEach =
                    subject.kit().college().everybody().stream()
                            .filter(person -> subject.admits(route, person))
                            .filter(person -> seen.add(person.person().profile()));
            for (KitPerson person : readers.apply(oneOfEach).toList()) {
                look(subject, site, route, person, notes);
                looked++;
            }
        }
        notes.note(looked + " pages looked at");
    }

    private static void look(
            Subject subject, PlayedSite site, Route<?, ?> route, KitPerson person, Notes notes) {
        String html = subject.get(person, route).html();
        Page page = site.show(html);
        // No page has frames, so axe need not open one of its own to gather what they hold.
        for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            notes.fail(
                    route
                            + " as "
                            + person.displayName()
                            + ": "
                            + rule.getId()
                            + " at "
                            + rule.getNodes().stream()
                                    .map(node -> node.getTarget().toString())
                                    .toList());
        }
    }
}

package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.preau.liberty.DemoCanteen;
import fr.preau.liberty.e2e.Chromium.Person;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of a canteen in a real browser: opened once, it goes on without network. */
@ExtendWith(RunningPreau.class)
class LineIT {

    private static final String CANTEEN = "/c/meudon-bel-air/canteen";

    private static final String OFFICE = "direction.meudon-bel-air";

    /** Under a fifth of a second a pupil, the store of the device included. */
    private static final int MOST_MILLISECONDS = 200;

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser(RunningPreau.Preau preau) throws InterruptedException {
        preau.awaitEveryCollege();
        DemoCanteen.openAt(preau.node().address(), LocalDate.now(ZoneId.of("Europe/Paris")));
        chromium = new Chromium(preau.node().address());
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    /** To be looked at by whoever changes a page: -Dpreau.pictures=folder. */
    private static void picture(Person person, String name) {
        String folder = System.getProperty("preau.pictures");
        if (folder != null) {
            for (int width : new int[] {Chromium.PHONE, Chromium.DESK}) {
                person.page().setViewportSize(width, 844);
                person.page()
                        .screenshot(
                                new Page.ScreenshotOptions()
                                        .setFullPage(true)
                                        .setPath(Path.of(folder, name + "-" + width + ".png")));
            }
        }
    }

    private static void sound(Person person, String stage) {
        person.assertSound(stage);
        picture(person, stage.replace(' ', '-'));
    }

    /** A reader types a number and Enter, wherever the focus stands. */
    private static void read(Person person, String typed) {
        person.page().locator("#pass-input").focus();
        person.page().keyboard().type(typed);
        person.page().keyboard().press("Enter");
    }

    private static void sees(Person person, String text) {
        PlaywrightAssertions.assertThat(person.page().locator("#pass-last")).containsText(text);
    }

    private static void state(Person person, String text) {
        // The page asks every 15 seconds whether anything has changed.
        PlaywrightAssertions.assertThat(person.page().locator("#pass-state"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private static int figure(Person person, String name) {
        return Integer.parseInt(person.page().innerText("#pass-" + name));
    }

    private static int sheet(Person person, String name) {
        return Integer.parseInt(
                person.page()
                        .locator(".figures > div:has(dt:text-is(\"" + name + "\")) dd")
                        .innerText());
    }

    /** Of the first class of the collège, from its printed cards. */
    private static List<String> badges(Person office, String in) {
        office.open(CANTEEN + "/badges?in=" + in);
        sound(office, "badges of a class");
        office.press("Préparer les cartes à imprimer");
        sound(office, "cards");
        return office.page().locator(".badge-card .code").allInnerTexts().stream()
                .map(number -> number.replace(" ", ""))
                .toList();
    }

    private static String aClass(Person office, int place) {
        office.open(CANTEEN + "/badges");
        sound(office, "badges");
        return String.valueOf(
                office.page().locator("select[name=in] option").nth(place).getAttribute("value"));
    }

    @Test
    void aWholeServiceGoesWithoutNetworkAndIsCountedWhenItComesBack() {
        Person office = chromium.signedIn(OFFICE, true);
        List<String> badges = badges(office, aClass(office, 1));
        List<String> names = office.page().locator(".badge-card strong").allInnerTexts();
        Person line = chromium.signedIn(OFFICE, true);
        line.open(CANTEEN + "/line");
        state(line, "Tous les passages sont envoyés");
        sees(line, "Prêt");
        sound(line, "line ready");
        line.page()
                .waitForFunction(
                        "async () => (await (await caches.open('preau-line')).keys()).length > 5"
                                + " && !!(await navigator.serviceWorker.ready)");
        assertThat(line.complaints()).isEmpty();

        line.page().context().setOffline(true);
        line.page().reload();
        sees(line, "Prêt");
        state(line, "Sans réseau");
        for (int i = 0; i < 5; i++) {
            read(line, badges.get(i));
            sees(line, names.get(i));
            assertThat(
                            Integer.parseInt(
                                    String.valueOf(
                                            line.page()
                                                    .locator("#pass-last")
                                                    .getAttribute("data-took"))))
                    .as("milliseconds")
                    .isLessThan(MOST_MILLISECONDS);
        }
        sound(line, "line passer offline");
        read(line, badges.get(0));
        sees(line, "Déjà passé à");
        sound(line, "line again");
        read(line, "99990000");
        sees(line, "Ce badge n’est pas connu ici");
        sound(line, "line unknown");
        String[] sixth = names.get(5).split(" ", 2);
        line.page().locator("#pass-input").focus();
        line.page().keyboard().type(sixth[1].toLowerCase(Locale.FRENCH));
        PlaywrightAssertions.assertThat(line.page().locator("#pass-found button").first())
                .isVisible();
        sound(line, "line by name");
        line.page()
                .locator("#pass-found button:has-text(\"" + names.get(5) + "\")")
                .first()
                .click();
        sees(line, names.get(5));
        line.page().fill("#pass-guest-number", "3");
        line.page().click("#pass-guest");
        sees(line, "Invités");
        line.page().locator("#pass-entries button[aria-label$=\"" + names.get(4) + "\"]").click();
        sees(line, "Passage annulé");
        assertThat(figure(line, "served")).isEqualTo(5);
        assertThat(figure(line, "guests")).isEqualTo(3);
        state(line, "Passages gardés ici");
        line.page().reload();
        sees(line, "Prêt");
        assertThat(figure(line, "served")).as("after another start").isEqualTo(5);

        line.page().context().setOffline(false);
        state(line, "Tous les passages sont envoyés");
        office.open(CANTEEN + "/line/day");
        assertThat(sheet(office, "Élèves servis")).isEqualTo(5);
        assertThat(sheet(office, "Invités")).isEqualTo(3);
        sound(office, "sheet");

        Person other = chromium.signedIn(OFFICE, true);
        other.open(CANTEEN + "/line");
        sees(other, "Prêt");
        read(other, badges.get(1));
        sees(other, "Déjà passé à");
        read(other, badges.get(4));
        sees(other, names.get(4));
        state(other, "Tous les passages sont envoyés");
        assertThat(other.complaints()).isEmpty();

        office.open(CANTEEN + "/line/by-hand");
        sound(office, "by hand");
        office.choose("select[name=in]", aClass(chromium.signedIn(OFFICE, true), 1));
        office.press("Pointer cette classe");
        sound(office, "by hand class");
        office.open(CANTEEN + "/line/day");
        assertThat(sheet(office, "Élèves servis")).isEqualTo(6);
        office.press("Clôturer le service");
        assertThat(office.text()).contains("Clôturé");
        sound(office, "sheet closed");
        state(line, "Le service est clôturé");
        line.page()
                .waitForFunction(
                        "() => new Promise(done => { const asked ="
                                + " indexedDB.open('preau-line-meudon-bel-air'); asked.onsuccess = () =>"
                                + " { const list ="
                                + " asked.result.transaction('kept').objectStore('kept').count();"
                                + " list.onsuccess = () => done(list.result === 0); }; })");
        sound(line, "line closed");
        assertThat(office.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/line-sw.js, no-cache", "/line/meudon-bel-air.json, immutable"})
    void whatIsInstalledIsServedAsItMustBe(String asset, String caching) {
        Person visitor = chromium.visitor(true);

        var answer = visitor.page().request().get("/assets" + asset);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("cache-control")).contains(caching);
        assertThat(answer.text()).contains(asset.endsWith("json") ? CANTEEN + "/line" : "fetch");
    }

    @Test
    void withoutAScriptPupilsAreTickedByHand() {
        Person office = chromium.signedIn(OFFICE, false);
        office.open(CANTEEN + "/line");
        assertThat(office.text()).contains("Pointer à la main");
        office.open(
                CANTEEN
                        + "/line/by-hand?day="
                        + LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1));
        office.press("Pointer cette classe");
        office.tick(office.page().locator("[name=pupil]"));
        office.press("Enregistrer le pointage");
        assertThat(office.page().innerText("#notice")).contains("Le pointage est enregistré");
    }
}

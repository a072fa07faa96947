package fr.preau.testkit.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import fr.preau.api.page.Field;
import fr.preau.api.page.Parts;
import fr.preau.api.text.RichText;
import fr.preau.portal.look.FrenchMoments;
import fr.preau.portal.look.HtmlParts;
import fr.preau.portal.look.Texts;
import fr.preau.portal.templates.StaticTemplates;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The editor of texts in a browser: what it writes is what the portal reads. */
class EditorTest {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS = Texts.french();
    private static final Parts PARTS =
            new HtmlParts(TEMPLATES, TEXTS, new FrenchMoments(Clock.systemUTC()));

    private static Playwright playwright;
    private static Browser browser;
    private static PlayedSite site;

    private Page page;

    @BeforeAll
    static void openBrowser() {
        Assumptions.assumeTrue(AccessibilityCheck.chromium().isPresent());
        playwright = Playwright.create(AccessibilityCheck.withoutDownloads());
        browser =
                playwright
                        .chromium()
                        .launch(
                                AccessibilityCheck.options(
                                        AccessibilityCheck.chromium().orElseThrow()));
        site = PlayedSite.in(browser, 390);
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            site.close();
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void openField() {
        open("");
    }

    @AfterEach
    void askAgain() {
        page.evaluate("localStorage.clear()");
    }

    private void open(String typed) {
        show(typed);
        page.waitForSelector(".rich-area");
    }

    private void show(String typed) {
        StringOutput field = new StringOutput();
        PARTS.richField(Field.text("text", "Message", typed, 6).withHint("Tous le liront."))
                .writeTo(field);
        page =
                site.show(
                        "<!doctype html><html lang=\"fr\"><head><title>Préau</title><meta"
                                + " name=\"viewport\" content=\"width=device-width,"
                                + " initial-scale=1\"><link rel=\"stylesheet\""
                                + " href=\"/webjars/bootstrap/5.3.8/dist/css/bootstrap.min.css\"><link"
                                + " rel=\"stylesheet\" href=\"/assets/preau.css\"><script"
                                + " src=\"/assets/preau.js?v=1\" defer></script></head><body><main"
                                + " class=\"site-main\"><h1>Écrire</h1><form><p"
                                + " id=\"notice\"></p>"
                                + field
                                + "<button class=\"btn\">Envoyer</button></form></main></body></html>");
    }

    private void press(String tool) {
        tool(tool).click();
    }

    private Locator tool(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void type(String... keys) {
        for (String key : keys) {
            if (key.length() > 1 && Character.isUpperCase(key.charAt(0)) && key.indexOf(' ') < 0) {
                page.keyboard().press(key);
            } else {
                page.keyboard().type(key);
            }
        }
    }

    private String written() {
        return (String) page.evaluate("document.querySelector('textarea').value");
    }

    private String shown() {
        return (String) page.evaluate("document.querySelector('.rich-area').innerHTML");
    }

    private void write() {
        page.locator(".rich-area").click();
    }

    @Test
    void whatIsTypedIsTheTextOfTheField() {
        write();
        type("un mot,", "Enter", "à demain", "Shift+Enter", "en salle 4");

        assertThat(written()).isEqualTo("un mot,\n\nà demain\nen salle 4");
    }

    @Test
    void theToolsMakeBoldItalicsListsAndQuotes() {
        write();
        press("Gras");
        type("gras");
        press("Gras");
        type(" et ");
        press("Italique");
        type("italique");
        press("Italique");
        type(" !", "Enter");
        press("Liste");
        type("un sac", "Enter", "une gourde", "Enter", "Enter");
        press("Liste numérotée");
        type("a", "Enter", "b", "Enter", "Enter");
        press("Citation");
        type("dit-il");

        assertThat(written())
                .isEqualTo(
                        "**gras** et *italique* !\n\n- un sac\n- une gourde\n\n1. a\n2. b\n\n> dit-il");
    }

    @Test
    void theSameWithTheKeyboardAlone() {
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Gras");
        type("ArrowRight", "ArrowRight");
        assertThat(focused()).isEqualTo("Liste");
        page.keyboard().press("Enter");
        type("a ", "Control+b", "b", "Control+b", "Enter", "c");
        type("Alt+Shift+ArrowRight");
        type("Tab");

        assertThat(focused()).isEqualTo("Envoyer");
        assertThat(written()).isEqualTo("- a **b**\n  - c");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Shift+Tab");
        assertThat(focused()).isEqualTo("Liste");
        page.keyboard().press("End");
        assertThat(focused()).isEqualTo("Sans mise en forme");
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.innerText");
    }

    @Test
    void aLinkIsSetOnWordsAndTakenAway() {
        write();
        type("le programme");
        page.keyboard().press("Control+A");
        press("Lien");
        type("www.sevres.example/sortie (1)".replace(" ", "_"));
        press("Mettre le lien");
        assertThat(written())
                .isEqualTo("[le programme](https://www.sevres.example/sortie_%281%29)");

        type("ArrowLeft");
        press("Lien");
        assertThat(page.inputValue(".rich-link input"))
                .isEqualTo("https://www.sevres.example/sortie_%281%29");
        press("Enlever le lien");
        assertThat(written()).isEqualTo("le programme");
    }

    @Test
    void theLinkOfAllThatIsSelectedIsShownToo() {
        write();
        type("le programme");
        page.keyboard().press("Control+A");
        press("Lien");
        type("www.sevres.example");
        press("Mettre le lien");

        page.keyboard().press("Control+A");
        press("Lien");

        assertThat(page.inputValue(".rich-link input")).isEqualTo("https://www.sevres.example");
    }

    @Test
    void whatIsNoAddressIsRefusedAndEnterSendsNothing() {
        write();
        type("ici");
        press("Lien");
        for (String wrong :
                List.of("javascript:alert(1)", "data:text/html,x", "bonjour", "/messages")) {
            page.fill(".rich-link input", wrong);
            page.keyboard().press("Enter");
            assertThat(page.innerText(".rich-link .field-error")).contains("ne convient pas");
        }
        page.fill(".rich-link input", "cpe@sevres.example");
        page.keyboard().press("Enter");

        assertThat(written()).isEqualTo("ici[cpe@sevres.example](mailto:cpe@sevres.example)");
        assertThat(page.url()).endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 et *pas* **gras**",
                "[a](https://a.example) tel quel",
                "C:\\* et \\[",
                "<b>gras</b> &amp;",
                "https://a.example/*x*_[y]",
                "un*deux*trois"
            })
    void whatLooksLikeAMarkStaysWhatWasTyped(String typed) {
        write();
        page.keyboard().insertText(typed);

        assertThat(RichText.of(written()).plain()).isEqualTo(typed);
    }

    @Test
    void linesThatLookLikeListsAreNone() {
        write();
        type("- tiret", "Enter", "1. numéro", "Enter", "> cite", "Enter", "* point", "Enter", "-5");

        assertThat(RichText.of(written()).plain())
                .isEqualTo("- tiret\n\n1. numéro\n\n> cite\n\n* point\n\n-5");
        assertThat(RichText.of(written()).blocks())
                .hasOnlyElementsOfType(fr.preau.api.text.Block.Paragraph.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "un **mot *et* un** autre",
                "***les deux*** *puis **plus** moins*",
                "an\u2060**ti**\u2060bois",
                "(**a**) « *b* »",
                "- a\n  - b\n    - c\n- d\n\n3. e\n4. f\n   1. g",
                "> a\n>\n> - b\n\nc",
                "[le **programme**](https://a.example/x) et https://b.example",
                "**[a](https://a.example)**",
                "\\*pas\\* et 2 * 3\n\\- rien",
                "**a**\u2060*b*",
                "[a \\[b\\]](https://a.example)",
                "voir https://a.example/b_(c), « https://d.example » et https://e.example.",
                "- a\n  > b\n- c"
            })
    void whatIsReadIsWrittenAgainAsItWas(String text) {
        open(text);
        page.locator(".rich-area").focus();
        page.keyboard().press("Control+End");
        type("x", "Backspace");

        assertThat(written()).isEqualTo(text);
        assertThat(RichText.of(written())).isEqualTo(RichText.of(text));
    }

    @Test
    void aTextThatNobodyTouchesIsSentAsItWas() {
        open("Bonjour :\n* a\n* b\n\n\n\n__c__");

        assertThat(written()).isEqualTo("Bonjour :\n* a\n* b\n\n\n\n__c__");
    }

    @Test
    void whatIsPastedIsCutToWhatATextMayBe() {
        write();
        page.evaluate(
                "html => { const data = new DataTransfer(); data.setData('text/html', html);"
                        + " document.querySelector('.rich-area').dispatchEvent(new"
                        + " ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable:"
                        + " true})); }",
                "<h1>Titre</h1><p style='color:red'>un <b>mot</b> <img src=x onerror=\"document"
                        + ".title='pris'\"><a href='javascript:alert(1)'>a</a> <a"
                        + " href='https://a.example'>b</a></p><table><tr><td>c</td></tr></table>"
                        + "<script>document.title='pris'</script><ul><li>d<ul><li>e</li></ul></li></ul>");

        assertThat(written())
                .contains("Titre", "un **mot**", "[b](https://a.example)", "c", "- d\n  - e")
                .doesNotContain("javascript", "<");
        assertThat(page.title()).isEqualTo("Préau");
        assertThat(shown()).doesNotContain("onerror", "style=", "<table", "<h1");
    }

    @Test
    void whoWantsNoEditorWritesInThePlainFieldAndIsNotAskedAgain() {
        write();
        type("un mot");
        press("Sans mise en forme");
        assertThat(page.isVisible("textarea")).isTrue();
        assertThat(page.inputValue("textarea")).isEqualTo("un mot");
        assertThat(page.locator(".rich-tools button >> visible=true").allInnerTexts())
                .containsExactly("Sans mise en forme");
        assertThat(pressed("Sans mise en forme")).isEqualTo("true");

        show("**a**");
        page.waitForSelector(".rich-tools >> visible=true");
        assertThat(page.inputValue("textarea")).isEqualTo("**a**");
        press("Sans mise en forme");
        assertThat(shown()).isEqualTo("<p><strong>a</strong></p>");
    }

    @Test
    void whatWasWrittenInThePlainFieldIsNeverLostToTheEditor() {
        write();
        press("Gras");
        type("a");
        press("Sans mise en forme");
        press("Sans mise en forme");
        assertThat(shown()).isEqualTo("<p><strong>a</strong></p>");

        press("Sans mise en forme");
        page.fill("textarea", "*b*");
        assertThat(page.isVisible(".rich-tools")).isFalse();
        assertThat(written()).isEqualTo("*b*");
        page.fill("textarea", "**a**");
        assertThat(page.isVisible(".rich-tools")).isTrue();
    }

    @Test
    void theToolsSayWhatHoldsWhereTheCursorStands() {
        open("- **a**");
        page.locator(".rich-area").focus();
        page.keyboard().press("Control+End");

        assertThat(pressed("Gras")).isEqualTo("true");
        assertThat(pressed("Liste")).isEqualTo("true");
        assertThat(pressed("Italique")).isEqualTo("false");
    }

    private String pressed(String tool) {
        return tool(tool).getAttribute("aria-pressed");
    }

    @Test
    void itIsAccessibleAndEachToolIsAsLargeAsAFinger() {
        open("un **mot** et [un lien](https://a.example)");
        press("Lien");

        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        for (Locator tool : page.locator("main button >> visible=true").all()) {
            BoundingBox box = tool.boundingBox();
            assertThat(box.height).as(tool.innerText()).isGreaterThanOrEqualTo(44);
            assertThat(box.width).as(tool.innerText()).isGreaterThanOrEqualTo(44);
        }
        assertThat(page.getAttribute(".rich-area", "aria-labelledby"))
                .isEqualTo("field-text-label");
        assertThat(page.getAttribute(".rich-area", "aria-describedby"))
                .isEqualTo("field-text-hint");
    }
}

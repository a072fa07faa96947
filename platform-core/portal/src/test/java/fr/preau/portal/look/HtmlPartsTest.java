package fr.preau.portal.look;

import static fr.preau.portal.look.Examples.draw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.page.CalendarDay;
import fr.preau.api.page.CalendarMonth;
import fr.preau.api.page.Choice;
import fr.preau.api.page.Column;
import fr.preau.api.page.Field;
import fr.preau.api.page.FileField;
import fr.preau.api.page.FileKind;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Tab;
import fr.preau.api.page.Table;
import fr.preau.api.page.Tone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPartsTest {

    private final Parts parts = new Examples().parts;

    @Test
    void aFieldSaysItsHintAndItsErrorToScreenReaders() {
        String html =
                draw(
                        parts.field(
                                Field.line("login", "Identifiant", "é\"")
                                        .ofType("text", "username")
                                        .withHint("Sur le courrier.")
                                        .withError("il manque.")));
        assertThat(html)
                .contains("<label class=\"field-label\" for=\"field-login\">Identifiant</label>")
                .contains("aria-describedby=\"field-login-hint field-login-error\"")
                .contains("aria-invalid=\"true\"", "autocomplete=\"username\"", " required")
                .contains("value=\"é&#34;\"", "Erreur\u00a0: il manque.");
    }

    @Test
    void aFieldWithoutErrorIsNotInvalidAndAnOptionalOneSaysSo() {
        String html = draw(parts.field(Field.text("note", "Remarque", "a < b", 4).optional()));
        assertThat(html)
                .contains("<textarea", "rows=\"4\"", "a &lt; b</textarea>", "(facultatif)")
                .doesNotContain("aria-invalid", "aria-describedby", "required");
    }

    @Test
    void aFieldForAFileSaysWhatMayBeChosenAndHowLargeItMayBe() {
        FileField photo = FileField.of("photo", "Photo", FileKind.PICTURES);
        assertThat(draw(parts.fileField(photo.withHint("Sans visage.").withError("elle manque."))))
                .contains("<label class=\"field-label\" for=\"field-photo\">Photo</label>")
                .contains("type=\"file\"", " required", "aria-invalid=\"true\"")
                .contains("accept=\"image/jpeg,image/png,image/webp,image/gif\"")
                .contains("aria-describedby=\"field-photo-hint field-photo-error\"")
                .contains("Une image JPEG, PNG, WebP ou GIF. 10\u00a0Mo au plus. Sans visage.")
                .contains("Erreur\u00a0: elle manque.")
                .doesNotContain("multiple", "capture");
        FileField papers =
                FileField.of("papers", "Documents", FileKind.ANYTHING).severalFiles().optional();
        assertThat(draw(parts.fileField(papers)))
                .contains(" multiple", "(facultatif)", "10\u00a0Mo au plus par fichier.")
                .doesNotContain("accept=", " required", "aria-invalid");
    }

    @Test
    void choicesKeepWhatWasChosen() {
        List<Choice> choices =
                List.of(new Choice("a", "5e A", false), new Choice("b", "5e B", true));
        assertThat(draw(parts.select("class", "Classe", choices, null, "choisissez.")))
                .contains("<option value=\"b\" selected>5e B</option>")
                .contains("<option value=\"a\">5e A</option>", "aria-invalid=\"true\"");
        assertThat(draw(parts.checkboxes("class", "Classes", choices, null)))
                .contains("<legend class=\"field-label\">Classes</legend>")
                .contains("value=\"b\" checked>", "value=\"a\">");
    }

    @Test
    void onlyWhatIsSeriousInterruptsAScreenReader() {
        assertThat(draw(parts.banner(Tone.DANGER, "Refusé", "…"))).contains("role=\"alert\"");
        assertThat(draw(parts.banner(Tone.SUCCESS, "Fait", "…"))).contains("role=\"status\"");
        assertThat(draw(parts.toast("Envoyé."))).contains("role=\"status\"");
    }

    @Test
    void thePagerKeepsTheOtherParametersOfTheList() {
        PageOf<String> middle = new PageOf<>(List.of("x"), 2, true);
        assertThat(draw(parts.pager(middle, "/inbox?q=piscine")))
                .contains("rel=\"prev\" href=\"/inbox?q=piscine&amp;page=1\"")
                .contains("rel=\"next\" href=\"/inbox?q=piscine&amp;page=3\"");
        assertThat(draw(parts.pager(new PageOf<>(List.of("x"), 1, false), "/inbox"))).isBlank();
    }

    @Test
    void progressIsSaidInWords() {
        assertThat(draw(parts.progress("Collèges importés", 34, 93)))
                .contains("34 sur 93", "max=\"93\" value=\"34\"");
    }

    @Test
    void aTableNamesItsRowsAndColumns() {
        Table table =
                new Table(
                        "Classes",
                        List.of(Column.words("Classe"), Column.figures("Élèves")),
                        List.of(List.of(parts.text("5e <B>"), parts.text("26"))));
        assertThat(draw(parts.table(table)))
                .contains("<caption>Classes</caption>")
                .contains("scope=\"col\"", "scope=\"row\"", "data-label=\"Élèves\"")
                .contains("5e &lt;B&gt;");
    }

    @Test
    void aTableRefusesARowThatDoesNotFit() {
        assertThatThrownBy(
                        () ->
                                new Table(
                                        "Classes",
                                        List.of(Column.words("Classe")),
                                        List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMonthBeginsOnMondayAndMarksToday() {
        CalendarMonth november =
                new CalendarMonth(
                        YearMonth.of(2026, 11),
                        List.of(
                                new CalendarDay(
                                        LocalDate.of(2026, 11, 11), "férié", Tone.NEUTRAL, null)),
                        null,
                        "/next");
        String html = draw(parts.calendar(november));
        assertThat(html)
                .contains("<caption>novembre 2026</caption>", "férié", ">décembre 2026</a>")
                .containsPattern("aria-current=\"date\"><span class=\"calendar-date\">3<");
        assertThat(html.indexOf("title=\"lundi\"")).isLessThan(html.indexOf("title=\"dimanche\""));
        assertThat(html.split("<tr>", -1)).as("head and six weeks").hasSize(1 + 1 + 6);
    }

    @Test
    void theCurrentTabIsToldApart() {
        assertThat(
                        draw(
                                parts.tabs(
                                        "Messages",
                                        List.of(
                                                new Tab("Reçus", "/in", true),
                                                new Tab("Envoyés", "/out", false)))))
                .contains("<nav class=\"tabs\" aria-label=\"Messages\">")
                .contains("href=\"/in\" aria-current=\"page\"", "href=\"/out\">");
    }

    @Test
    void aButtonMaySendItsFormElsewhereBeforeItIsComplete() {
        assertThat(draw(parts.quietSubmitTo("Ajouter", "/more?a=1&b=2")))
                .contains("type=\"submit\"", "formnovalidate", "btn-quiet")
                .contains("formaction=\"/more?a=1&amp;b=2\"");
        assertThat(draw(parts.submitTo("Écrire", "/new"))).contains("btn-primary");
    }

    @Test
    void aFoldShowsItsTitleAndUnfoldsWithoutAScript() {
        assertThat(draw(parts.fold("Professeurs (12)", true, parts.text("Mme Roche"))))
                .contains("<details class=\"fold\" open>", "<summary>Professeurs (12)</summary>")
                .contains("Mme Roche");
        assertThat(draw(parts.fold("Professeurs (12)", false, parts.text("Mme Roche"))))
                .contains("<details class=\"fold\">");
    }

    @Test
    void aDialogOpensWithoutAScript() {
        assertThat(draw(parts.dialog("Supprimer", "Supprimer ?", parts.text("1 message"))))
                .contains("<details", "<summary", "1 message");
    }

    @Test
    void aTextWithMarksIsDrawnWithThem() {
        assertThat(draw(parts.richText("Le **mardi**\n*ou* jeudi\n- a\n  1. b\n\n> c < d")))
                .isEqualToIgnoringWhitespace(
                        "<div class=\"rich-text\"><p>Le <strong>mardi</strong><br><em>ou</em>"
                                + " jeudi</p><ul><li>a<ol><li>b</li></ol></li></ul>"
                                + "<blockquote><p>c &lt; d</p></blockquote></div>");
    }

    @Test
    void aLinkSaysWhereItLeadsUnlessItsWordsDo() {
        assertThat(draw(parts.richText("[ici](https://a.example/x) https://b.example")))
                .contains(
                        "<a href=\"https://a.example/x\" rel=\"noopener noreferrer nofollow\">ici</a>"
                                + "<span class=\"rich-site\"> (a.example)</span>")
                .contains(">https://b.example</a></p>");
        assertThat(draw(parts.richText("[www.preau.example](https://vol.example)")))
                .contains("(attention, ce lien mène à vol.example)");
    }

    @Test
    void nothingStandsBetweenWordsAndWhatFollowsThem() {
        assertThat(draw(parts.richText("**Non**, [a](https://a.example), *b*.\n- **c**")))
                .contains("<p><strong>Non</strong>, <a ", ">a</a><span", "</span>, <em>b</em>.</p>")
                .contains("<li><strong>c</strong></li>");
    }

    @Test
    void aFieldForATextIsATextAreaUntilAScriptMakesItAnEditor() {
        Field field = Field.text("text", "Message", "**a**", 5).withError("il manque.");
        assertThat(draw(parts.richField(field)))
                .contains(
                        "<label class=\"field-label\" id=\"field-text-label\" for=\"field-text\">")
                .contains("name=\"text\" rows=\"5\"", "required", ">**a**</textarea>")
                .contains("role=\"toolbar\" aria-label=\"Mise en forme\" hidden>")
                .contains("<template>", "<strong>a</strong>")
                .containsOnlyOnce("name=");
    }
}

package fr.preau.portal.look;

import fr.preau.api.page.CalendarMonth;
import fr.preau.api.page.Choice;
import fr.preau.api.page.Field;
import fr.preau.api.page.FileField;
import fr.preau.api.page.FileKind;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Tab;
import fr.preau.api.page.Table;
import fr.preau.api.page.Tone;
import fr.preau.api.text.RichText;
import fr.preau.core.files.FileLimits;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws the shared parts from the templates in {@code jte/parts}; safe to share by all requests.
 */
public final class HtmlParts implements Parts {

    private final Templates templates;
    private final Texts texts;
    private final FrenchMoments moments;

    /**
     * @param texts the portal's own: the parts bring their few words along
     */
    public HtmlParts(Templates templates, Texts texts, FrenchMoments moments) {
        this.templates = templates;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public Content submit(String label) {
        return templates.partsSubmit(label);
    }

    @Override
    public Content submitTo(String label, String href) {
        return templates.partsSubmitTo(label, href, "btn btn-primary");
    }

    @Override
    public Content quietSubmitTo(String label, String href) {
        return templates.partsSubmitTo(label, href, "btn btn-quiet");
    }

    @Override
    public Content action(String label, String href) {
        return templates.partsAction(label, href, "btn btn-primary");
    }

    @Override
    public Content quietAction(String label, String href) {
        return templates.partsAction(label, href, "btn btn-quiet");
    }

    @Override
    public Content field(Field field) {
        return templates.partsField(field, texts);
    }

    @Override
    public Content richField(Field field) {
        String value = field.value();
        return templates.partsRichField(field, RichText.of(value == null ? "" : value), texts);
    }

    @Override
    public Content richText(String text) {
        return templates.partsRichText(RichText.of(text), texts);
    }

    @Override
    public Content fileField(FileField field) {
        return templates.partsFileField(field, hint(field), texts);
    }

    /**
     * What may be chosen and how large it may be, then what the page says besides; a page that
     * takes one file of a sort of its own says it alone.
     */
    private String hint(FileField field) {
        String own = field.hint();
        if (field.kind() == FileKind.ANYTHING && own != null && !field.several()) {
            return own;
        }
        return texts.text("part.file." + field.kind())
                + " "
                + texts.text(
                        field.several() ? "part.file-size.each" : "part.file-size",
                        FileLimits.USUAL.megabytes())
                + (own == null ? "" : " " + own);
    }

    @Override
    public Content select(
            String name,
            String label,
            List<Choice> choices,
            @Nullable String hint,
            @Nullable String error) {
        return templates.partsSelect(name, label, choices, hint, error, texts);
    }

    @Override
    public Content checkboxes(
            String name, String legend, List<Choice> choices, @Nullable String error) {
        return templates.partsCheckboxes(name, legend, choices, error, texts);
    }

    @Override
    public Content card(String title, Content body) {
        return templates.partsCard(title, body);
    }

    @Override
    public Content tag(String label, Tone tone) {
        return templates.partsTag(label, ToneClass.of(tone));
    }

    @Override
    public Content banner(Tone tone, String title, String text) {
        String role = tone == Tone.DANGER || tone == Tone.WARNING ? "alert" : "status";
        return templates.partsBanner(ToneClass.of(tone), role, title, text);
    }

    @Override
    public Content emptyState(
            String title, String text, @Nullable String actionLabel, @Nullable String href) {
        return templates.partsEmptyState(title, text, actionLabel, href);
    }

    @Override
    public Content progress(String label, int done, int total) {
        return templates.partsProgress(label, done, total, texts);
    }

    @Override
    public Content bar(String label, String figure, long value, long most) {
        return templates.partsBar(label, figure, value, most);
    }

    @Override
    public Content pager(PageOf<?> page, String href) {
        String list = href + (href.indexOf('?') < 0 ? "?" : "&") + "page=";
        return templates.partsPager(page, list, texts);
    }

    @Override
    public Content search(String label, String name, String value, String href) {
        return templates.partsSearch(label, name, value, href, texts);
    }

    @Override
    public Content text(String text) {
        return templates.partsText(text);
    }

    @Override
    public Content dialog(String openLabel, String title, Content body) {
        return templates.partsDialog(openLabel, title, body);
    }

    @Override
    public Content fold(String title, boolean open, Content body) {
        return templates.partsFold(title, open, body);
    }

    @Override
    public Content tabs(String label, List<Tab> tabs) {
        return templates.partsTabs(label, tabs);
    }

    @Override
    public Content calendar(CalendarMonth month) {
        return templates.partsCalendar(month, CalendarWeek.of(month), moments, texts);
    }

    @Override
    public Content table(Table table) {
        return templates.partsTable(table);
    }

    @Override
    public Content toast(String text) {
        return templates.partsToast(text);
    }
}

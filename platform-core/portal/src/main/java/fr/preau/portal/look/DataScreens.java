package fr.preau.portal.look;

import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.portal.pages.ArchivePage;
import fr.preau.portal.pages.CollegeDataPage;
import fr.preau.portal.pages.KeptLine;
import fr.preau.portal.pages.ModuleDataPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;

/** Draws what modules keep at collèges. */
public final class DataScreens {

    private static final long KILO = 1024;

    private final Templates templates;
    private final Texts texts;

    public DataScreens(Templates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    public Screen everywhere(ModuleDataPage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("colleges.college")),
                        Column.figures(context.text("kept-data.rows")),
                        Column.figures(context.text("kept-data.files")),
                        Column.figures(context.text("kept-data.size")),
                        Column.words(context.text("kept-data.state")));
        Content table =
                context.parts()
                        .table(
                                new Table(
                                        context.text("kept-data.caption"),
                                        columns,
                                        page.colleges().stream()
                                                .map(line -> row(page, line, context))
                                                .toList()));
        return new Screen(
                context.text("kept-data.title", page.title()),
                templates.pagesModuleData(page, size(page.bytes()), table, context));
    }

    private List<Content> row(ModuleDataPage page, KeptLine line, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                templates.partsKeptCollege(page.module(), line),
                parts.text(texts.text("kept-data.about", line.rows())),
                parts.text(texts.text("figure", line.files())),
                parts.text(size(line.bytes())),
                templates.partsKeptState(line, context));
    }

    public Screen atCollege(CollegeDataPage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("kept-data.table")),
                        Column.figures(context.text("kept-data.rows")),
                        Column.figures(context.text("kept-data.size")));
        Parts parts = context.parts();
        Content table =
                parts.table(
                        new Table(
                                context.text("kept-data.tables"),
                                columns,
                                page.tables().stream()
                                        .map(
                                                line ->
                                                        List.of(
                                                                parts.text(line.name()),
                                                                parts.text(
                                                                        texts.text(
                                                                                "kept-data.about",
                                                                                line.rows())),
                                                                parts.text(size(line.bytes()))))
                                        .toList()));
        return new Screen(
                context.text("kept-data.at", page.title(), page.kept().college().name()),
                templates.pagesCollegeData(page, table, size(page.fileBytes()), context));
    }

    public Screen archive(ArchivePage page, PageContext context) {
        return new Screen(
                context.text("archive.title", page.college().name()),
                templates.pagesArchive(page, context));
    }

    private String size(long bytes) {
        long kilobytes = (bytes + KILO - 1) / KILO;
        return kilobytes < KILO
                ? texts.text("kept-data.kilobytes", kilobytes)
                : texts.text("kept-data.megabytes", (kilobytes + KILO - 1) / KILO);
    }
}

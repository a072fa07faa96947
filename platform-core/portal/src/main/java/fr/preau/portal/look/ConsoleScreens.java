package fr.preau.portal.look;

import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.portal.pages.AuditLine;
import fr.preau.portal.pages.AuditPage;
import fr.preau.portal.pages.CollegeLine;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.QuarantinePage;
import fr.preau.portal.pages.UsageLine;
import fr.preau.portal.pages.UsagePage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;

/** Draws the Département console. */
public final class ConsoleScreens {

    private final Templates templates;
    private final Texts texts;

    public ConsoleScreens(Templates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    /**
     * The operator's menu.
     *
     * @param address the page in view, as in {@code /departement/colleges}
     */
    public List<MenuItem> menu(String address) {
        return List.of(
                item("menu.accueil", "/", address),
                item("menu.colleges", "/departement/colleges", address),
                modules(address),
                item("menu.writing", "/departement/writing", address),
                item("menu.announcements", "/departement/announcements", address),
                item("menu.banners", "/departement/banners", address),
                item("menu.audit", "/departement/audit", address));
    }

    /** The matrix and the catalogue are two views of the modules. */
    private MenuItem modules(String address) {
        MenuItem matrix = item("menu.modules", "/departement/modules", address);
        return address.startsWith("/departement/catalogue")
                ? new MenuItem(matrix.label(), matrix.href(), true)
                : matrix;
    }

    private MenuItem item(String textKey, String href, String address) {
        boolean current = href.equals("/") ? address.equals("/") : address.startsWith(href);
        return new MenuItem(texts.text(textKey), href, current);
    }

    public Screen colleges(CollegesPage page, PageContext context) {
        Parts parts = context.parts();
        List<List<Content>> rows =
                page.colleges().stream().map(line -> collegeRow(line, context)).toList();
        List<Column> columns =
                List.of(
                        Column.words(context.text("colleges.college")),
                        Column.words(context.text("colleges.commune")),
                        Column.words(context.text("colleges.import")),
                        Column.figures(context.text("colleges.pupils")),
                        Column.figures(context.text("colleges.classes")),
                        Column.figures(context.text("colleges.teachers")),
                        Column.figures(context.text("colleges.guardians")));
        Content table = parts.table(new Table(context.text("colleges.caption"), columns, rows));
        return new Screen(
                context.text("colleges.title"),
                templates.pagesColleges(page, SizeChart.of(page.colleges()), table, context));
    }

    private List<Content> collegeRow(CollegeLine line, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                templates.partsCollegeName(line, context),
                parts.text(line.commune()),
                templates.partsImportState(line.imported(), context),
                figure(line.pupils(), parts),
                figure(line.classes(), parts),
                figure(line.teachers(), parts),
                figure(line.guardians(), parts));
    }

    private Content figure(int number, Parts parts) {
        return parts.text(texts.text("figure", number));
    }

    public Screen modules(ModulesPage page, PageContext context) {
        return new Screen(
                context.text("modules.title"),
                templates.pagesModules(page, CommuneRows.of(page), context));
    }

    public Screen confirmSwitch(ModuleSwitchConfirmPage page, PageContext context) {
        String key = page.enabled() ? "confirm.title.on" : "confirm.title.off";
        return new Screen(
                context.text(key, page.moduleTitle()),
                templates.pagesModuleSwitchConfirm(page, context));
    }

    public Screen usage(UsagePage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("colleges.college")),
                        Column.figures(context.text("usage.calls")),
                        Column.figures(context.text("usage.errors")),
                        Column.figures(context.text("usage.late")),
                        Column.figures(context.text("usage.millis")),
                        Column.figures(context.text("usage.statements")),
                        Column.figures(context.text("usage.kilobytes")));
        List<List<Content>> rows =
                page.colleges().stream().map(line -> usageRow(line, context)).toList();
        Content table =
                context.parts().table(new Table(context.text("usage.caption"), columns, rows));
        return new Screen(
                context.text("usage.title", page.title()),
                templates.pagesUsage(page, new UsageChart(page.hours()), table, context));
    }

    private static List<Content> usageRow(UsageLine line, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                parts.text(line.name()),
                parts.text(context.text("figure", line.calls())),
                parts.text(context.text("figure", line.errors())),
                parts.text(context.text("figure", line.late())),
                parts.text(context.text("figure", line.millis())),
                parts.text(context.text("figure", line.statements())),
                parts.text(context.text("figure", line.kilobytes())));
    }

    public Screen quarantine(QuarantinePage page, PageContext context) {
        return new Screen(
                context.text("quarantine.title", page.title()),
                templates.pagesQuarantine(page, context));
    }

    public Screen audit(AuditPage page, PageContext context) {
        List<List<Content>> rows =
                page.lines().items().stream().map(line -> auditRow(line, context)).toList();
        List<Column> columns =
                List.of(
                        Column.words(context.text("audit.when")),
                        Column.words(context.text("audit.who")),
                        Column.words(context.text("audit.what")),
                        Column.words(context.text("audit.where")));
        Content table =
                context.parts().table(new Table(context.text("audit.caption"), columns, rows));
        return new Screen(context.text("audit.title"), templates.pagesAudit(page, table, context));
    }

    private List<Content> auditRow(AuditLine line, PageContext context) {
        Parts parts = context.parts();
        String where = line.collegeName();
        return List.of(
                parts.text(context.moment(line.at())),
                parts.text(line.actor()),
                templates.partsAct(act(line), line.detail(), context),
                parts.text(where == null ? texts.text("audit.everywhere") : where));
    }

    /** An act without words of its own still leaves a readable line. */
    private String act(AuditLine line) {
        String key = "audit.act." + line.act();
        return texts.has(key) ? texts.text(key, line.title()) : line.act() + " " + line.title();
    }
}

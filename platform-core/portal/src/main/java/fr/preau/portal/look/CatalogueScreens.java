package fr.preau.portal.look;

import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.portal.pages.CatalogueLine;
import fr.preau.portal.pages.CatalogueModulePage;
import fr.preau.portal.pages.CataloguePage;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.pages.NodeLine;
import fr.preau.portal.pages.RehearsalPage;
import fr.preau.portal.pages.ReleaseLine;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;

/** Draws the pages of the Département's modules and their releases. */
public final class CatalogueScreens {

    private static final int KILO = 1024;

    private final Templates templates;
    private final Texts texts;

    public CatalogueScreens(Templates templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
    }

    public Screen catalogue(CataloguePage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("catalogue.module")),
                        Column.words(context.text("catalogue.state")),
                        Column.words(context.text("catalogue.version")),
                        Column.words(context.text("catalogue.colleges")));
        List<List<Content>> rows =
                page.modules().stream().map(line -> row(line, page.active(), context)).toList();
        Content table =
                context.parts().table(new Table(context.text("catalogue.caption"), columns, rows));
        return new Screen(
                context.text("catalogue.title"), templates.pagesCatalogue(page, table, context));
    }

    private List<Content> row(CatalogueLine line, int active, PageContext context) {
        return List.of(
                templates.partsCatalogueName(line),
                templates.partsModuleState(line, context),
                templates.partsModuleVersion(line, context),
                context.parts().text(texts.text("catalogue.enabled", line.enabled(), active)));
    }

    public Screen module(CatalogueModulePage page, PageContext context) {
        return new Screen(
                page.module().title(),
                templates.pagesCatalogueModule(
                        page, releases(page, context), nodes(page, context), context));
    }

    private Content releases(CatalogueModulePage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("release.version")),
                        Column.words(context.text("release.brought")),
                        Column.words(context.text("release.signature")),
                        Column.figures(context.text("release.size")),
                        Column.words(context.text("release.next")));
        return context.parts()
                .table(
                        new Table(
                                context.text("release.caption"),
                                columns,
                                page.releases().stream()
                                        .map(line -> release(page.module().id(), line, context))
                                        .toList()));
    }

    private List<Content> release(String module, ReleaseLine line, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                templates.partsReleaseName(line, context),
                parts.text(texts.text("release.by", context.moment(line.at()), line.by())),
                templates.partsReleaseSignature(line, context),
                parts.text(texts.text("release.kilobytes", (line.size() + KILO - 1) / KILO)),
                templates.partsReleasePrepare(module, line, context));
    }

    private Content nodes(CatalogueModulePage page, PageContext context) {
        List<Column> columns =
                List.of(
                        Column.words(context.text("node.name")),
                        Column.words(context.text("node.version")),
                        Column.words(context.text("node.at")));
        return context.parts()
                .table(
                        new Table(
                                context.text("node.caption"),
                                columns,
                                page.nodes().stream().map(node -> node(node, context)).toList()));
    }

    private List<Content> node(NodeLine node, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                parts.text(node.node()),
                templates.partsNodeVersion(node, context),
                parts.text(context.moment(node.at())));
    }

    public Screen rehearsal(RehearsalPage page, PageContext context) {
        return new Screen(
                context.text("rehearsal.title." + page.step().name(), page.title(), page.version()),
                templates.pagesRehearsal(page, context));
    }

    public Screen removal(ModuleRemovalPage page, PageContext context) {
        return new Screen(
                context.text("removal.title", page.title()),
                templates.pagesModuleRemoval(page, context));
    }
}

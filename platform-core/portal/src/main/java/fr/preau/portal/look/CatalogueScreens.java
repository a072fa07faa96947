package fr.preau.portal.look;

import fr.preau.api.page.Column;
import fr.preau.api.page.FileField;
import fr.preau.api.page.FileKind;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.core.files.FileLimits;
import fr.preau.core.plugins.trust.BillOfMaterials;
import fr.preau.portal.pages.CatalogueLine;
import fr.preau.portal.pages.CatalogueModulePage;
import fr.preau.portal.pages.CataloguePage;
import fr.preau.portal.pages.ContentsPage;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.pages.NodeLine;
import fr.preau.portal.pages.ReachLine;
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
                context.text("catalogue.title"),
                templates.pagesCatalogue(page, table, jarField(), context));
    }

    /** Modules may be larger than what others send, so the part for all is not meant. */
    private Content jarField() {
        return templates.partsFileField(
                FileField.of("jar", texts.text("bring.file"), FileKind.ANYTHING),
                texts.text("part.file-size", FileLimits.OF_MODULES.megabytes())
                        + " "
                        + texts.text("bring.hint"),
                texts);
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

    public Screen contents(ContentsPage page, PageContext context) {
        List<Column> parts =
                List.of(
                        Column.words(context.text("contents.component")),
                        Column.words(context.text("contents.version")),
                        Column.words(context.text("contents.licence")));
        Content components =
                context.parts()
                        .table(
                                new Table(
                                        context.text("contents.components.caption"),
                                        parts,
                                        page.components().items().stream()
                                                .map(one -> component(one, context.parts()))
                                                .toList()));
        List<Column> reached =
                List.of(
                        Column.words(context.text("contents.reach")),
                        Column.figures(context.text("contents.refused")),
                        Column.figures(context.text("contents.guarded")),
                        Column.figures(context.text("contents.free")));
        Content reaches =
                context.parts()
                        .table(
                                new Table(
                                        context.text("contents.reaches.caption"),
                                        reached,
                                        page.reaches().stream()
                                                .map(one -> reach(one, context))
                                                .toList()));
        return new Screen(
                context.text("contents.title", page.title(), page.version()),
                templates.pagesContents(page, components, reaches, context));
    }

    private static List<Content> component(BillOfMaterials.Component one, Parts parts) {
        String name = one.group().isEmpty() ? one.name() : one.group() + ":" + one.name();
        return List.of(
                parts.text(name),
                parts.text(one.version()),
                parts.text(String.join(", ", one.licences())));
    }

    private List<Content> reach(ReachLine line, PageContext context) {
        Parts parts = context.parts();
        return List.of(
                templates.partsReach(line, context),
                parts.text(texts.text("contents.places", line.refused())),
                parts.text(texts.text("contents.places", line.guarded())),
                parts.text(texts.text("contents.places", line.free())));
    }

    public Screen removal(ModuleRemovalPage page, PageContext context) {
        return new Screen(
                context.text("removal.title", page.title()),
                templates.pagesModuleRemoval(page, context));
    }
}

package fr.preau.portal.look;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.portal.pages.ModuleRemovalPage;
import fr.preau.portal.templates.Templates;

/** Draws the pages of the Département's modules and their releases. */
public final class CatalogueScreens {

    private final Templates templates;

    public CatalogueScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen removal(ModuleRemovalPage page, PageContext context) {
        return new Screen(
                context.text("removal.title", page.title()),
                templates.pagesModuleRemoval(page, context));
    }
}

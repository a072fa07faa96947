package fr.preau.portal.look;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.portal.pages.BannersPage;
import fr.preau.portal.templates.Templates;

/** Draws the pages on which urgent messages are written. */
public final class BannerScreens {

    private final Templates templates;

    public BannerScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen banners(BannersPage page, PageContext context) {
        return new Screen(
                context.text(page.form().isNew() ? "banners.title" : "banners.change"),
                templates.pagesBanners(page, context));
    }
}

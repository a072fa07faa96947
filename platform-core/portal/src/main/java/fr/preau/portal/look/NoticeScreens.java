package fr.preau.portal.look;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.portal.pages.NoticesPage;
import fr.preau.portal.templates.Templates;

/** Draws what somebody was told. */
public final class NoticeScreens {

    private final Templates templates;

    public NoticeScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen list(NoticesPage page, PageContext context) {
        return new Screen(context.text("notices.title"), templates.pagesNotices(page, context));
    }
}

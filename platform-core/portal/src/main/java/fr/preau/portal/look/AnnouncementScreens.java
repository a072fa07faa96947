package fr.preau.portal.look;

import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.portal.pages.AnnouncementFormPage;
import fr.preau.portal.pages.AnnouncementPage;
import fr.preau.portal.pages.AnnouncementsPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;

/** Draws the pages on which the Département tells many collèges something. */
public final class AnnouncementScreens {

    private final Templates templates;

    public AnnouncementScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen list(AnnouncementsPage page, PageContext context) {
        return new Screen(
                context.text("announcements.title"), templates.pagesAnnouncements(page, context));
    }

    public Screen form(AnnouncementFormPage page, PageContext context) {
        return new Screen(
                context.text("announcements.new"), templates.pagesAnnouncementForm(page, context));
    }

    public Screen one(AnnouncementPage page, PageContext context) {
        Parts parts = context.parts();
        List<List<Content>> rows =
                page.where().stream()
                        .map(
                                where ->
                                        List.of(
                                                parts.text(where.college()),
                                                parts.text(
                                                        where.deliveredAt() == null
                                                                ? context.text(
                                                                        "announcements.waiting")
                                                                : context.moment(
                                                                        where.deliveredAt())),
                                                parts.text(context.text("figure", where.people()))))
                        .toList();
        List<Column> columns =
                List.of(
                        Column.words(context.text("colleges.college")),
                        Column.words(context.text("announcements.delivered-at")),
                        Column.figures(context.text("announcements.people")));
        Content table =
                parts.table(new Table(context.text("announcements.caption"), columns, rows));
        return new Screen(page.line().title(), templates.pagesAnnouncement(page, table, context));
    }
}

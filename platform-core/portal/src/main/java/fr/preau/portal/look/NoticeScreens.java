package fr.preau.portal.look;

import fr.preau.api.page.Choice;
import fr.preau.api.page.Field;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.core.notices.bymail.MailChoice;
import fr.preau.portal.pages.AddressLinkPage;
import fr.preau.portal.pages.ChoiceLine;
import fr.preau.portal.pages.NoticesPage;
import fr.preau.portal.pages.PreferencesPage;
import fr.preau.portal.pages.QuietHoursPage;
import fr.preau.portal.pages.StopMailsPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws what somebody was told, and how they want to be told. */
public final class NoticeScreens {

    private final Templates templates;

    public NoticeScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen list(NoticesPage page, PageContext context) {
        return new Screen(context.text("notices.title"), templates.pagesNotices(page, context));
    }

    public Screen preferences(PreferencesPage page, PageContext context) {
        String typed = page.typed();
        Field mail =
                Field.line("mail", context.text("preferences.mail"), typed == null ? "" : typed)
                        .ofType("email", "email")
                        .atMost(254)
                        .withHint(context.text("preferences.mail.hint"))
                        .withError(page.error());
        List<List<Content>> choices =
                page.groups().stream()
                        .map(
                                group ->
                                        group.lines().stream()
                                                .flatMap(line -> fields(page, line, context))
                                                .toList())
                        .toList();
        return new Screen(
                context.text("preferences.title"),
                templates.pagesPreferences(
                        page,
                        context.parts().field(mail),
                        context.parts()
                                .field(
                                        Field.line(
                                                        "name",
                                                        context.text("preferences.device.name"),
                                                        context.text("preferences.device.mine"))
                                                .atMost(80)),
                        choices,
                        context));
    }

    /** A choice is asked for where there is something to choose. */
    private static Stream<Content> fields(
            PreferencesPage page, ChoiceLine line, PageContext context) {
        return page.devices().isEmpty()
                ? Stream.of(mail(line, context))
                : Stream.of(mail(line, context), push(line, context));
    }

    private static Content mail(ChoiceLine line, PageContext context) {
        List<Choice> choices =
                Arrays.stream(MailChoice.values())
                        .map(
                                choice ->
                                        new Choice(
                                                choice.name(),
                                                context.text("preferences." + choice.name()),
                                                choice == line.mail()))
                        .toList();
        return context.parts().select("choice." + line.field(), line.title(), choices, null, null);
    }

    private static Content push(ChoiceLine line, PageContext context) {
        return context.parts()
                .select(
                        "push." + line.field(),
                        context.text("preferences.push.of", line.title()),
                        List.of(
                                new Choice(
                                        "true", context.text("preferences.push.yes"), line.push()),
                                new Choice(
                                        "false",
                                        context.text("preferences.push.no"),
                                        !line.push())),
                        null,
                        null);
    }

    public Screen link(AddressLinkPage page, PageContext context) {
        return new Screen(
                context.text("address-link.title"), templates.pagesAddressLink(page, context));
    }

    public Screen stop(StopMailsPage page, PageContext context) {
        return new Screen(
                context.text("stop-mails.title"), templates.pagesStopMails(page, context));
    }

    public Screen quiet(QuietHoursPage page, PageContext context) {
        List<Content> fields =
                List.of(
                        hour("begins", page.begins(), page.beginsError(), context),
                        hour("ends", page.ends(), page.endsError(), context),
                        tick("weekends", page.weekends(), context),
                        tick("holidays", page.holidays(), context));
        return new Screen(
                context.text("quiet.title"), templates.pagesQuietHours(page, fields, context));
    }

    private static Content hour(
            String name, String value, @Nullable String error, PageContext context) {
        return context.parts()
                .field(
                        Field.line(name, context.text("quiet." + name), value)
                                .ofType("time", "off")
                                .withError(error));
    }

    private static Content tick(String name, boolean ticked, PageContext context) {
        return context.parts()
                .checkboxes(
                        name,
                        context.text("quiet." + name),
                        List.of(new Choice("true", context.text("quiet.yes"), ticked)),
                        null);
    }
}

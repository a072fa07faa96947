package fr.preau.portal.look;

import fr.preau.api.page.Choice;
import fr.preau.api.page.Field;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.school.Profile;
import fr.preau.core.safety.ClosingWish;
import fr.preau.portal.pages.ClosingPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the pages on which writing is closed and opened. */
public final class ClosingScreens {

    private final Templates templates;

    public ClosingScreens(Templates templates) {
        this.templates = templates;
    }

    public Screen page(ClosingPage page, PageContext context) {
        if (page.question() != null) {
            return new Screen(
                    context.text("closing.question"),
                    templates.pagesClosingQuestion(page, page.question(), context));
        }
        return new Screen(
                context.text("closing.title"),
                templates.pagesClosing(page, fields(page, context), context));
    }

    private static List<Content> fields(ClosingPage page, PageContext context) {
        List<Content> fields = new ArrayList<>();
        fields.add(
                context.parts()
                        .checkboxes(
                                "profile",
                                context.text("closing.profiles"),
                                profiles(page, context),
                                error(page, "profile")));
        if (page.collegeName() == null) {
            fields.add(where(page, context));
            fields.add(colleges(page, context));
        }
        fields.add(
                context.parts()
                        .field(
                                Field.text(
                                                "notice",
                                                context.text("closing.notice"),
                                                page.typed().notice(),
                                                3)
                                        .atMost(ClosingWish.LONGEST_NOTICE)
                                        .withHint(context.text("closing.notice.hint"))
                                        .withError(error(page, "notice"))));
        fields.add(
                context.parts()
                        .field(
                                Field.line(
                                                "until",
                                                context.text("closing.until.label"),
                                                page.typed().until())
                                        .ofType("datetime-local", "off")
                                        .optional()
                                        .withHint(context.text("closing.until.hint"))
                                        .withError(error(page, "until"))));
        return fields;
    }

    private static List<Choice> profiles(ClosingPage page, PageContext context) {
        return Stream.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF)
                .map(
                        profile ->
                                new Choice(
                                        profile.name(),
                                        context.text("closing.profile." + profile.name()),
                                        page.typed().profiles().contains(profile)))
                .toList();
    }

    private static Content where(ClosingPage page, PageContext context) {
        boolean some = page.typed().some();
        return context.parts()
                .select(
                        "where",
                        context.text("closing.where"),
                        List.of(
                                new Choice("all", context.text("closing.where.every"), !some),
                                new Choice("some", context.text("closing.where.some"), some)),
                        null,
                        null);
    }

    private static Content colleges(ClosingPage page, PageContext context) {
        List<Choice> choices =
                page.colleges().stream()
                        .map(
                                college ->
                                        new Choice(
                                                college.slug(),
                                                college.name() + ", " + college.commune(),
                                                page.typed().at().contains(college.slug())))
                        .toList();
        return context.parts()
                .fold(
                        context.text("closing.at"),
                        page.typed().some(),
                        context.parts()
                                .checkboxes(
                                        "at",
                                        context.text("closing.at"),
                                        choices,
                                        error(page, "at")));
    }

    private static @Nullable String error(ClosingPage page, String field) {
        return page.violations().of(field).orElse(null);
    }
}

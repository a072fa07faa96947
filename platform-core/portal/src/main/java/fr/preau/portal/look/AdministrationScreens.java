package fr.preau.portal.look;

import fr.preau.api.page.Choice;
import fr.preau.api.page.Field;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.core.plugins.manifest.DeclaredSetting;
import fr.preau.portal.pages.CollegeSettingsPage;
import fr.preau.portal.pages.OwnModulePage;
import fr.preau.portal.pages.OwnModulesPage;
import fr.preau.portal.pages.PersonDataPage;
import fr.preau.portal.pages.PersonsPage;
import fr.preau.portal.pages.SettingLine;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the pages of a collège's administration. */
public final class AdministrationScreens {

    /** A longer text gets several lines. */
    private static final int LINE = 200;

    private final Templates templates;
    private final Texts texts;
    private final FrenchMoments moments;

    public AdministrationScreens(Templates templates, Texts texts, FrenchMoments moments) {
        this.templates = templates;
        this.texts = texts;
        this.moments = moments;
    }

    public Screen settings(CollegeSettingsPage page, PageContext context) {
        return new Screen(
                context.text("settings.title"), templates.pagesCollegeSettings(page, context));
    }

    public Screen modules(OwnModulesPage page, PageContext context) {
        return new Screen(
                context.text("own-modules.title"), templates.pagesOwnModules(page, context));
    }

    public Screen module(OwnModulePage page, PageContext context) {
        List<Content> fields = page.settings().stream().map(line -> field(line, context)).toList();
        return new Screen(page.module().title(), templates.pagesOwnModule(page, fields, context));
    }

    public Screen persons(PersonsPage page, PageContext context) {
        return new Screen(context.text("persons.title"), templates.pagesPersons(page, context));
    }

    public Screen person(PersonDataPage page, PageContext context) {
        String from = page.erasableFrom() == null ? "" : moments.day(page.erasableFrom());
        return new Screen(
                context.text("person-data.title", page.person().name()),
                templates.pagesPersonData(page, from, context));
    }

    private Content field(SettingLine line, PageContext context) {
        return switch (line.type()) {
            case BOOLEAN -> select(line, yesAndNo(line, context), context);
            case CHOICE -> select(line, choices(line), context);
            case TEXT ->
                    context.parts()
                            .field(explained(text(line), line).optional().atMost(line.longest()));
            case DATE ->
                    context.parts()
                            .field(explained(text(line), line).ofType("date", "off").optional());
            case INTEGER ->
                    context.parts().field(explained(text(line), line).ofType("number", "off"));
        };
    }

    private static Field text(SettingLine line) {
        return line.type() == DeclaredSetting.Type.TEXT && line.longest() > LINE
                ? Field.text(line.field(), line.title(), line.value(), 4)
                : Field.line(line.field(), line.title(), line.value());
    }

    private Field explained(Field field, SettingLine line) {
        String hint = hint(line);
        return (hint.isEmpty() ? field : field.withHint(hint)).withError(line.error());
    }

    /** What the publisher says, then what a number may be. */
    private String hint(SettingLine line) {
        return Stream.of(
                        line.help(),
                        line.type() == DeclaredSetting.Type.INTEGER ? range(line) : null)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
    }

    private @Nullable String range(SettingLine line) {
        if (line.minimum() != null && line.maximum() != null) {
            return texts.text("setting.between", line.minimum(), line.maximum());
        }
        if (line.minimum() != null) {
            return texts.text("setting.at-least", line.minimum());
        }
        return line.maximum() == null ? null : texts.text("setting.at-most", line.maximum());
    }

    private static Content select(SettingLine line, List<Choice> choices, PageContext context) {
        return context.parts()
                .select(line.field(), line.title(), choices, line.help(), line.error());
    }

    private static List<Choice> yesAndNo(SettingLine line, PageContext context) {
        return List.of(
                new Choice("true", context.text("setting.yes"), line.value().equals("true")),
                new Choice("false", context.text("setting.no"), line.value().equals("false")));
    }

    private static List<Choice> choices(SettingLine line) {
        return line.choices().stream()
                .map(
                        choice ->
                                new Choice(
                                        choice.value(),
                                        choice.title(),
                                        choice.value().equals(line.value())))
                .toList();
    }
}

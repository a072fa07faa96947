package fr.preau.portal.look;

import fr.preau.api.page.CalendarDay;
import fr.preau.api.page.CalendarMonth;
import fr.preau.api.page.Column;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Table;
import fr.preau.api.page.Tone;
import fr.preau.portal.pages.AccessibilityPage;
import fr.preau.portal.pages.AccueilPage;
import fr.preau.portal.pages.CardPage;
import fr.preau.portal.pages.FrontPagesPage;
import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.PartsPage;
import fr.preau.portal.pages.ProblemPage;
import fr.preau.portal.pages.ProfilePage;
import fr.preau.portal.pages.SignInPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Draws the pages that everybody sees, and the shell around every page. */
public final class PortalScreens {

    private final Templates templates;
    private final FrenchMoments moments;

    public PortalScreens(Templates templates, FrenchMoments moments) {
        this.templates = templates;
        this.moments = moments;
    }

    /** The whole document. */
    public Content document(Shell shell, Screen screen, PageContext portal) {
        return templates.shell(shell, screen, screen.title(), portal);
    }

    /** The whole document when something must be put right: its title says so first. */
    public Content documentWithErrors(Shell shell, Screen screen, PageContext portal) {
        return templates.shell(
                shell, screen, portal.text("shell.title.error", screen.title()), portal);
    }

    /** A problem as a message on the page that is there already. */
    public Content problemNotice(ProblemPage page, PageContext context) {
        return templates.partsProblemNotice(page, context);
    }

    public Screen signIn(SignInPage page, PageContext context) {
        return new Screen(context.text("sign-in.title"), templates.pagesSignIn(page, context));
    }

    public Screen accueil(AccueilPage page, PageContext context) {
        String title = context.text("accueil.title", page.greetingName());
        return new Screen(
                title, templates.pagesAccueil(page, moments.day(moments.today()), context));
    }

    /** One card, to be put into the accueil, or read for itself where there is no script. */
    public Screen card(CardPage page, PageContext context) {
        return new Screen(page.slot().title(), templates.pagesCard(page, context));
    }

    public Screen profile(ProfilePage page, PageContext context) {
        return new Screen(context.text("profile.title"), templates.pagesProfile(page, context));
    }

    public Screen problem(ProblemPage page, PageContext context) {
        return new Screen(page.title(), templates.pagesProblem(page, context));
    }

    public Screen frontPages(FrontPagesPage page, PageContext context) {
        return new Screen(
                context.text("front-pages.title"), templates.pagesFrontPages(page, context));
    }

    /** An urgent message is hidden; a browser goes on to where it was. */
    public Screen bannerHidden(PageContext context) {
        return new Screen(
                context.text("banner.hidden"),
                context.parts().toast(context.text("banner.hidden")));
    }

    /** What came too late, to be looked at and sent. */
    public Screen keptForm(KeptFormPage page, PageContext context) {
        return new Screen(context.text("kept.title"), templates.pagesKeptForm(page, context));
    }

    public Screen accessibility(AccessibilityPage page, PageContext context) {
        return new Screen(
                context.text("accessibility.title"), templates.pagesAccessibility(page, context));
    }

    public Screen parts(PartsPage page, PageContext context) {
        return new Screen(
                context.text("parts.title"),
                templates.pagesParts(
                        page,
                        exampleTable(context),
                        exampleMonth(moments.today(), context),
                        context));
    }

    private static Table exampleTable(PageContext context) {
        Parts parts = context.parts();
        return new Table(
                context.text("parts.table.caption"),
                List.of(
                        Column.words(context.text("parts.table.class")),
                        Column.figures(context.text("parts.table.pupils")),
                        Column.words(context.text("parts.table.state"))),
                List.of(
                        List.of(
                                parts.text("5e A"),
                                parts.text("28"),
                                parts.tag(context.text("parts.table.full"), Tone.WARNING)),
                        List.of(
                                parts.text("5e B"),
                                parts.text("26"),
                                parts.tag(context.text("parts.table.open"), Tone.SUCCESS))));
    }

    private static CalendarMonth exampleMonth(LocalDate today, PageContext context) {
        LocalDate holiday = today.withDayOfMonth(11);
        LocalDate lunch = today.withDayOfMonth(13);
        return new CalendarMonth(
                YearMonth.from(today),
                List.of(
                        new CalendarDay(
                                holiday, context.text("parts.calendar.off"), Tone.NEUTRAL, null),
                        new CalendarDay(
                                lunch,
                                context.text("parts.calendar.lunch"),
                                Tone.SUCCESS,
                                "#calendar")),
                "#calendar",
                null);
    }
}

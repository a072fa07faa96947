package fr.preau.portal.dispatch;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Parts;
import fr.preau.api.page.Screen;
import fr.preau.api.school.College;
import fr.preau.core.banners.Banners;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.portal.look.AdministrationScreens;
import fr.preau.portal.look.AnnouncementScreens;
import fr.preau.portal.look.BannerScreens;
import fr.preau.portal.look.CatalogueScreens;
import fr.preau.portal.look.ClosingScreens;
import fr.preau.portal.look.ConsoleScreens;
import fr.preau.portal.look.DataScreens;
import fr.preau.portal.look.DrawingContext;
import fr.preau.portal.look.FrenchMoments;
import fr.preau.portal.look.MenuItem;
import fr.preau.portal.look.NoticeScreens;
import fr.preau.portal.look.PortalScreens;
import fr.preau.portal.look.Shell;
import fr.preau.portal.look.Texts;
import fr.preau.portal.pages.ProblemPage;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts pages into the shell: which collège's colour, which texts. */
public final class Drawing {

    private final Templates templates;
    private final Texts texts;
    private final Parts parts;
    private final FrenchMoments moments;
    private final PortalScreens screens;
    private final ConsoleScreens console;
    private final CatalogueScreens catalogue;
    private final AdministrationScreens administration;
    private final DataScreens data;
    private final NoticeScreens notices;
    private final ClosingScreens closing;
    private final BannerScreens bannerPages;
    private final AnnouncementScreens announcements;
    private final TokenSigner signer;
    private final Tenants tenants;
    private final ModuleGate gate;
    private final CollegeMenu menu;
    private final Bell bell;
    private final Banners banners;
    private final String assetVersion;
    private final boolean demo;

    public Drawing(
            Templates templates,
            Texts texts,
            Parts parts,
            FrenchMoments moments,
            TokenSigner signer,
            Tenants tenants,
            ModuleGate gate,
            Bell bell,
            Banners banners,
            String assetVersion,
            boolean demo) {
        this.templates = templates;
        this.texts = texts;
        this.parts = parts;
        this.moments = moments;
        this.screens = new PortalScreens(templates, moments);
        this.console = new ConsoleScreens(templates, texts);
        this.catalogue = new CatalogueScreens(templates, texts);
        this.administration = new AdministrationScreens(templates, texts, moments);
        this.data = new DataScreens(templates, texts);
        this.notices = new NoticeScreens(templates);
        this.closing = new ClosingScreens(templates);
        this.bannerPages = new BannerScreens(templates);
        this.announcements = new AnnouncementScreens(templates);
        this.signer = signer;
        this.tenants = tenants;
        this.gate = gate;
        this.menu = new CollegeMenu(texts, tenants, gate);
        this.bell = bell;
        this.banners = banners;
        this.assetVersion = assetVersion;
        this.demo = demo;
    }

    public PortalScreens screens() {
        return screens;
    }

    public ConsoleScreens console() {
        return console;
    }

    public CatalogueScreens catalogue() {
        return catalogue;
    }

    public AdministrationScreens administration() {
        return administration;
    }

    public AnnouncementScreens announcements() {
        return announcements;
    }

    public BannerScreens banners() {
        return bannerPages;
    }

    public DataScreens data() {
        return data;
    }

    public NoticeScreens notices() {
        return notices;
    }

    public ClosingScreens closing() {
        return closing;
    }

    /** Where people go at a collège. */
    public CollegeMenu menu() {
        return menu;
    }

    /** What the portal's own templates may use. */
    public DrawingContext portal(Visit visit) {
        return context(visit, texts, "");
    }

    /** What the templates of a module may use at a collège. */
    public DrawingContext module(Visit visit, LivePlugin plugin, College college) {
        return context(
                visit,
                new Texts(plugin.texts(), Locale.FRANCE),
                "/c/" + college.slug() + "/" + plugin.id());
    }

    private DrawingContext context(Visit visit, Texts ofWhom, String base) {
        String token =
                visit.signedIn().map(person -> signer.formToken(person.session())).orElse("");
        return new DrawingContext(templates, ofWhom, base, parts, token, moments, visit.audience());
    }

    /** The same for a piece of a page of the portal, such as a card. */
    public PageContext module(PageContext portal, LivePlugin plugin, College college) {
        return new DrawingContext(
                templates,
                new Texts(plugin.texts(), Locale.FRANCE),
                "/c/" + college.slug() + "/" + plugin.id(),
                parts,
                ((DrawingContext) portal).token(),
                moments,
                ((DrawingContext) portal).audience());
    }

    /** The words of the portal. */
    public Texts texts() {
        return texts;
    }

    /** The whole document around a screen. */
    Content document(Visit visit, Screen screen) {
        return screens.document(shell(visit), screen, portal(visit));
    }

    /** The whole document around a screen on which something must be put right. */
    Content documentWithErrors(Visit visit, Screen screen) {
        return screens.documentWithErrors(shell(visit), screen, portal(visit));
    }

    /** The whole document in the barest shell, for when even the menu can't be drawn. */
    Content bareDocument(Visit visit, Screen screen) {
        return screens.document(Shell.forVisitor(assetVersion, demo), screen, portal(visit));
    }

    /** A problem as a message for the page that is open. */
    Content problemNotice(Visit visit, ProblemPage problem) {
        return screens.problemNotice(problem, portal(visit));
    }

    private Shell shell(Visit visit) {
        return shellOf(visit)
                .telling(visit.takeNotice().orElse(null))
                .below(BannerStrip.of(visit, banners));
    }

    private Shell shellOf(Visit visit) {
        if (visit.signedIn().isEmpty()) {
            College outside = visit.collegeInView().orElse(null);
            return new Shell(assetVersion, demo, outside, null, List.of(), null);
        }
        SignedIn person = visit.person();
        College college = visit.collegeInView().orElseGet(() -> onlyCollege(person));
        Shell shell =
                new Shell(
                        assetVersion,
                        demo,
                        college,
                        person.displayName(),
                        menu(visit, college),
                        null);
        return OwnPlaces.of(person, tenants, gate).isEmpty()
                ? shell
                : shell.ringing(bell.unseen(person));
    }

    /** Who belongs to one collège is always there, on the accueil too. */
    private @Nullable College onlyCollege(SignedIn person) {
        Set<String> uais =
                person.memberships().stream()
                        .map(membership -> membership.uai().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        if (uais.size() != 1 || person.operator()) {
            return null;
        }
        return tenants.byUai(person.memberships().get(0).uai()).map(Tenant::college).orElse(null);
    }

    private List<MenuItem> menu(Visit visit, @Nullable College college) {
        if (visit.person().operator()) {
            List<MenuItem> items = new ArrayList<>(console.menu(visit.address()));
            items.addAll(menu.itemsAtDepartement(visit));
            return items;
        }
        // Whoever belongs to one collège keeps its menu on the pages of the Département too.
        College only = onlyCollege(visit.person());
        boolean atHome = college != null && college.uai().isDepartement() && only != null;
        return menu.items(visit, atHome ? only : college);
    }
}

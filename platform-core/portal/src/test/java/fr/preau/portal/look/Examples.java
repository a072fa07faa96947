package fr.preau.portal.look;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.PageOf;
import fr.preau.api.page.Screen;
import fr.preau.api.page.Tone;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import fr.preau.core.notices.bymail.MailChoice;
import fr.preau.core.reasons.HostReason;
import fr.preau.portal.pages.AccessibilityPage;
import fr.preau.portal.pages.AccueilPage;
import fr.preau.portal.pages.AddressLinkPage;
import fr.preau.portal.pages.AuditLine;
import fr.preau.portal.pages.AuditPage;
import fr.preau.portal.pages.CardSlot;
import fr.preau.portal.pages.ChildLine;
import fr.preau.portal.pages.ChoiceGroup;
import fr.preau.portal.pages.ChoiceLine;
import fr.preau.portal.pages.CollegeBlock;
import fr.preau.portal.pages.DemoAccount;
import fr.preau.portal.pages.DeviceLine;
import fr.preau.portal.pages.DrawnCard;
import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.MembershipLine;
import fr.preau.portal.pages.ModuleLink;
import fr.preau.portal.pages.NoticeLine;
import fr.preau.portal.pages.NoticesPage;
import fr.preau.portal.pages.PartsPage;
import fr.preau.portal.pages.PreferencesPage;
import fr.preau.portal.pages.ProblemPage;
import fr.preau.portal.pages.ProfilePage;
import fr.preau.portal.pages.QuarantinePage;
import fr.preau.portal.pages.QuarantinedCollege;
import fr.preau.portal.pages.QuietHoursPage;
import fr.preau.portal.pages.SignInPage;
import fr.preau.portal.pages.StopMailsPage;
import fr.preau.portal.pages.Totals;
import fr.preau.portal.resume.KeptForm;
import fr.preau.portal.templates.StaticTemplates;
import fr.preau.portal.templates.Templates;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every page of the portal with data as a real Département has it, for tests and for looking. */
final class Examples {

    static final Instant NOW = Instant.parse("2026-11-03T13:05:00Z");
    static final College SEVRES =
            new College(new Uai("0921244C"), "sevres", "Collège de Sèvres", "Sèvres", "#7a3b69");

    final Templates templates = new StaticTemplates();
    final Texts texts = Texts.french();
    final FrenchMoments moments = new FrenchMoments(Clock.fixed(NOW, FrenchMoments.PARIS));
    final HtmlParts parts = new HtmlParts(templates, texts, moments);
    final PageContext context =
            new DrawingContext(
                    templates, texts, "", parts, "token-of-the-form", moments, Audience.ADULT);
    final PortalScreens portal = new PortalScreens(templates, moments);
    final ConsoleScreens console = new ConsoleScreens(templates, texts);
    final CatalogueScreens catalogue = new CatalogueScreens(templates, texts);
    final NoticeScreens notices = new NoticeScreens(templates);
    final DataScreens data = new DataScreens(templates, texts);
    final AdministrationScreens administration =
            new AdministrationScreens(templates, texts, moments);

    /** All pages as whole documents, by a short name. */
    Map<String, String> documents() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sign-in", visitor(portal.signIn(signIn(false), context)));
        all.put("sign-in-failed", visitor(portal.signIn(signIn(true), context)));
        all.put(
                "sign-in-plain",
                visitor(portal.signIn(new SignInPage("", false, "/", List.of()), context)));
        all.put("sign-in-kept", visitor(portal.signIn(signIn(false).keeping(letter()), context)));
        all.put("sign-in-too-long", visitor(portal.signIn(signInTooLong(), context)));
        all.put("kept-form", guardian(portal.keptForm(keptForm(), context)));
        all.put(
                "accessibility",
                visitor(portal.accessibility(new AccessibilityPage("RGAA 4.1", false), context)));
        all.put("accueil-guardian", guardian(accueilOfGuardian()));
        all.put("accueil-pupil", pupil());
        all.put("accueil-operator", operator("/", accueilOfOperator()));
        all.put("notices", guardian(notices.list(told(), context)));
        all.put("notices-none", guardian(notices.list(toldNothing(), context)));
        all.put("preferences", guardian(notices.preferences(preferences(), context)));
        all.put(
                "preferences-wrong",
                guardian(
                        notices.preferences(
                                preferences().with("awa@", "Cette adresse est fausse."), context)));
        all.put("address-link", guardian(notices.link(new AddressLinkPage("a.b"), context)));
        all.put("stop-mails", visitor(notices.stop(new StopMailsPage("a.b", false), context)));
        all.put("stop-mails-done", visitor(notices.stop(new StopMailsPage("a.b", true), context)));
        all.put("quiet-hours", administrator(notices.quiet(quietHours(), context)));
        all.put("profile", guardian(portal.profile(profile(), context)));
        all.put("colleges", operator("/departement/colleges", colleges()));
        all.put("modules", operator("/departement/modules", modules()));
        all.put("confirm", operator("/departement/modules", confirm()));
        all.put("audit", operator("/departement/audit", audit()));
        new UrgentExamples(this).documents().forEach(all::put);
        new CatalogueExamples(this)
                .screens()
                .forEach(
                        (name, screen) ->
                                all.put(name, operator("/departement/catalogue", screen)));
        new DataExamples(this)
                .screens()
                .forEach(
                        (name, screen) ->
                                all.put(name, operator("/departement/catalogue", screen)));
        new AdministrationExamples(this)
                .screens()
                .forEach((name, screen) -> all.put(name, administrator(screen)));
        ClosingExamples closing = new ClosingExamples(this);
        closing.ofTheConsole()
                .forEach((name, screen) -> all.put(name, operator("/departement/writing", screen)));
        all.put("closing-own", administrator(closing.ofACollege()));
        all.put("quarantine", operator("/departement/catalogue", quarantine()));
        all.put(
                "problem-422",
                operator("/departement/catalogue", portal.problem(noModule(), context)));
        all.put("problem-404", guardian(portal.problem(notFound(), context)));
        all.put("problem-409", guardian(portal.problem(conflict(), context)));
        all.put("problem-500", guardian(portal.problem(failure(), context)));
        all.put(
                "parts",
                operator("/parts", portal.parts(new PartsPage(NOW.minusSeconds(60)), context)));
        return all;
    }

    String draw(Shell shell, Screen screen) {
        return draw(portal.document(shell, screen, context));
    }

    static String draw(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }

    String visitor(Screen screen) {
        return draw(Shell.forVisitor("1", true), screen);
    }

    String operator(String address, Screen screen) {
        return draw(
                new Shell("1", true, null, "Équipe du Département", console.menu(address), null),
                screen);
    }

    String guardian(Screen screen) {
        return draw(
                new Shell("1", true, null, "Claire Moreau", menu("/"), "Message envoyé.", 3),
                screen);
    }

    private String administrator(Screen screen) {
        return draw(
                new Shell(
                        "1",
                        true,
                        SEVRES,
                        "Nadia Benali",
                        List.of(
                                new MenuItem("Accueil", "/", false),
                                new MenuItem("Modules", "/colleges/sevres/modules", true)),
                        null),
                screen);
    }

    private static List<MenuItem> menu(String current) {
        return List.of(
                new MenuItem("Accueil", "/", current.equals("/")),
                new MenuItem("Messagerie", "/c/sevres/communication/messages", false));
    }

    private String pupil() {
        AccueilPage page =
                new AccueilPage(
                        "Inès",
                        List.of(),
                        List.of(block(SEVRES, Profile.PUPIL)),
                        null,
                        List.of(
                                messages(
                                        "sevres",
                                        "2 messages non lus",
                                        "Sortie au musée de la musique")));
        return draw(
                new Shell("1", false, SEVRES, "Inès Moreau", menu("/"), null),
                portal.accueil(page, context));
    }

    static SignInPage signIn(boolean failed) {
        String password = "preau-demo-2026";
        return new SignInPage(
                failed ? "parent.sevres" : "",
                failed,
                "/c/sevres/communication/messages",
                List.of(
                        new DemoAccount(
                                "parent.sevres", "Parent de deux enfants, deux collèges", password),
                        new DemoAccount("eleve.sevres", "Élève de 5e", password),
                        new DemoAccount("prof.sevres", "Professeur", password),
                        new DemoAccount("direction.sevres", "Principale du collège", password),
                        new DemoAccount("cpe.sevres", "CPE", password),
                        new DemoAccount("gestion.sevres", "Gestionnaire", password),
                        new DemoAccount("admin.sevres", "Administratrice de l’ENT", password),
                        new DemoAccount("departement", "Équipe du Département", password)));
    }

    Screen accueilOfGuardian() {
        College nanterre =
                new College(
                        new Uai("0920077J"),
                        "nanterre-jean-perrin",
                        "Collège Jean Perrin",
                        "Nanterre",
                        "#1f6f54");
        AccueilPage page =
                new AccueilPage(
                        "Claire",
                        List.of(
                                new ChildLine(
                                        "sevres", "Collège de Sèvres", "Inès", "Moreau", "5eB"),
                                new ChildLine(
                                        "nanterre-jean-perrin",
                                        "Collège Jean Perrin",
                                        "Adam",
                                        "Moreau-Diallo",
                                        "3eA")),
                        List.of(block(SEVRES, Profile.GUARDIAN), block(nanterre, Profile.GUARDIAN)),
                        null,
                        List.of(
                                messages(
                                        "sevres",
                                        "1 message non lu",
                                        "Réunion parents-professeurs"),
                                messages("nanterre-jean-perrin", "Aucun message non lu", null)));
        return portal.accueil(page, context);
    }

    private static CollegeBlock block(College college, Profile profile) {
        String base = "/c/" + college.slug();
        return new CollegeBlock(
                college.slug(),
                college.name(),
                college.commune(),
                college.accent(),
                Set.of(profile),
                List.of(
                        new ModuleLink(
                                "communication", "Messagerie", base + "/communication/messages")),
                List.of(
                        new CardSlot(
                                "communication",
                                "Communication",
                                "unread",
                                college.slug(),
                                false,
                                false,
                                null,
                                null)));
    }

    private DrawnCard messages(
            String college, String state, @org.jspecify.annotations.Nullable String subject) {
        Content body =
                output -> {
                    parts.tag(state, subject == null ? Tone.NEUTRAL : Tone.INFO).writeTo(output);
                    if (subject != null) {
                        output.writeContent("<p></p>");
                        parts.text(subject).writeTo(output);
                    }
                    output.writeContent("<p class=\"actions\">");
                    parts.quietAction("Lire les messages", "/c/" + college).writeTo(output);
                    output.writeContent("</p>");
                };
        return new DrawnCard(
                college, "communication", "unread", false, parts.card("Messagerie", body));
    }

    private Screen accueilOfOperator() {
        return portal.accueil(
                new AccueilPage(
                        "Équipe",
                        List.of(),
                        List.of(),
                        new Totals(93, 6, 57_274, 2_069, 4_182, 88_410, 34, 1),
                        List.of()),
                context);
    }

    private static NoticesPage told() {
        return new NoticesPage(
                new PageOf<>(
                        List.of(
                                new NoticeLine(
                                        "Réunion parents-professeurs\u00a0: « choisir » un"
                                                + " <horaire>",
                                        "Circulaire à signer",
                                        "/c/sevres/communication/circulars/1",
                                        "sevres",
                                        "Collège de Sèvres",
                                        "Inès",
                                        NOW.minusSeconds(600),
                                        false),
                                new NoticeLine(
                                        "Sortie au musée",
                                        "Nouveau message",
                                        "/c/nanterre-jean-perrin/communication/messages/1",
                                        "nanterre-jean-perrin",
                                        "Collège Jean Perrin",
                                        null,
                                        NOW.minusSeconds(90_000),
                                        true)),
                        1,
                        true),
                true,
                true,
                true,
                NOW);
    }

    private static PreferencesPage preferences() {
        List<ChoiceLine> lines =
                List.of(
                        new ChoiceLine(
                                "sevres_me_communication_message",
                                "Nouveau message",
                                MailChoice.DAILY,
                                true),
                        new ChoiceLine(
                                "sevres_me_communication_alert", "Alerte", MailChoice.NOW, false));
        return new PreferencesPage(
                true,
                "claire@famille.example",
                "claire@travail.example",
                true,
                false,
                null,
                null,
                "BKey",
                List.of(new DeviceLine(new UUID(1, 1), "Mon téléphone", NOW)),
                List.of(
                        new ChoiceGroup("sevres", "Collège de Sèvres", null, lines),
                        new ChoiceGroup(
                                "sevres",
                                "Collège de Sèvres",
                                "Inès",
                                List.of(
                                        new ChoiceLine(
                                                "sevres_1_communication_message",
                                                "Nouveau message",
                                                MailChoice.NONE,
                                                true)))));
    }

    private static QuietHoursPage quietHours() {
        return new QuietHoursPage(
                "sevres",
                "Collège de Sèvres",
                "20:00",
                "25:00",
                true,
                false,
                null,
                "Une heure s’écrit comme 20:00.");
    }

    private static NoticesPage toldNothing() {
        return new NoticesPage(new PageOf<>(List.of(), 1, false), false, false, false, NOW);
    }

    static ProfilePage profile() {
        return new ProfilePage(
                "Claire Moreau",
                "parent.sevres",
                List.of(
                        new MembershipLine(
                                "sevres",
                                "Collège de Sèvres",
                                Profile.GUARDIAN,
                                Set.of(),
                                List.of(),
                                List.of(
                                        new ChildLine(
                                                "sevres",
                                                "Collège de Sèvres",
                                                "Inès",
                                                "Moreau",
                                                "5eB"))),
                        new MembershipLine(
                                "nanterre-jean-perrin",
                                "Collège Jean Perrin",
                                Profile.STAFF,
                                Set.of(StaffFunction.SECRETARY, StaffFunction.ADMINISTRATOR),
                                List.of(),
                                List.of())));
    }

    private Screen colleges() {
        return console.colleges(Departement.colleges(), context);
    }

    private Screen modules() {
        return console.modules(Departement.modules(), context);
    }

    private Screen confirm() {
        return console.confirmSwitch(Departement.confirmation(), context);
    }

    private Screen quarantine() {
        return console.quarantine(
                new QuarantinePage(
                        "garden",
                        "Jardin",
                        List.of(
                                new QuarantinedCollege(
                                        "sevres",
                                        "Collège de Sèvres",
                                        HostReason.FAILED_AGAIN.with(3),
                                        NOW.minusSeconds(240)),
                                new QuarantinedCollege(
                                        "nanterre",
                                        "Collège de Nanterre",
                                        "Un appel ne s’arrête pas\u00a0: fr.tilleuls.Menus",
                                        NOW.minusSeconds(90_000)))),
                context);
    }

    private static ProblemPage noModule() {
        return new ProblemPage(
                        422,
                        "release-refused",
                        Texts.french().text("problem.release-refused.title"),
                        Texts.french().text("problem.release-refused.detail"),
                        null)
                .because("META-INF/preau-plugin.json: line 1: /id: « core » is taken");
    }

    private Screen audit() {
        return console.audit(
                new AuditPage(
                        new PageOf<>(
                                List.of(
                                        new AuditLine(
                                                NOW.minusSeconds(240),
                                                "Équipe du Département",
                                                "module-disabled",
                                                "communication",
                                                "Messagerie",
                                                "sevres",
                                                "Collège de Sèvres",
                                                null),
                                        new AuditLine(
                                                NOW.minusSeconds(9_000),
                                                "Préau",
                                                "module-quarantined",
                                                "garden",
                                                "Jardin",
                                                "sevres",
                                                "Collège de Sèvres",
                                                HostReason.FAILED_AGAIN.with(3)),
                                        new AuditLine(
                                                NOW.minusSeconds(90_000),
                                                "Préau",
                                                "operator-created",
                                                "departement",
                                                "departement",
                                                null,
                                                null,
                                                null),
                                        new AuditLine(
                                                NOW.minusSeconds(900_000),
                                                "Préau",
                                                "import-refused",
                                                "0921244C",
                                                "0921244C",
                                                "sevres",
                                                "Collège de Sèvres",
                                                "ENT_0921244C_Eleve_0002.xml, ligne 318 : la date"
                                                        + " de naissance n’existe pas.")),
                                2,
                                true)),
                context);
    }

    static KeptForm letter() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("_token", List.of("of-another-session"));
        fields.put("key", List.of("01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4e"));
        fields.put("to", List.of("person:01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f"));
        fields.put("subject", List.of("Sortie à la piscine"));
        fields.put(
                "text",
                List.of("Bonjour,\n\nInès <aura> son maillot mardi.\n\nMerci,\nClaire Moreau"));
        return KeptForm.of("/c/sevres/communication/messages", fields);
    }

    static KeptFormPage keptForm() {
        return new KeptFormPage("Claire Moreau", letter());
    }

    static SignInPage signInTooLong() {
        return signIn(false)
                .keeping(
                        KeptForm.of(
                                "/c/sevres/communication/messages",
                                Map.of("text", List.of("Trop long. ".repeat(30_000)))));
    }

    static ProblemPage conflict() {
        return new ProblemPage(
                        409,
                        "changed-meanwhile",
                        "Cette conversation a changé",
                        "Rien n’a été envoyé. Relisez la conversation, puis recommencez.",
                        "0af7651916cd43dd8448eb211c80319c")
                .withTyped(letter().texts());
    }

    static ProblemPage notFound() {
        return new ProblemPage(
                404,
                "not-found",
                "Cette page n’existe pas",
                "Elle a peut-être été déplacée, ou l’adresse est incomplète.",
                "0af7651916cd43dd8448eb211c80319c");
    }

    static ProblemPage failure() {
        return new ProblemPage(
                500,
                "internal",
                Texts.french().text("problem.internal.title"),
                Texts.french().text(Audience.ADULT, "problem.internal.detail"),
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }
}

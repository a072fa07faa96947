package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.preau.api.school.Profile;
import fr.preau.portal.pages.AccueilPage;
import fr.preau.portal.pages.CardSlot;
import fr.preau.portal.pages.ChildLine;
import fr.preau.portal.pages.CollegeBlock;
import fr.preau.portal.pages.CollegesPage;
import fr.preau.portal.pages.DrawnCard;
import fr.preau.portal.pages.KeptFormPage;
import fr.preau.portal.pages.ModuleSwitchConfirmPage;
import fr.preau.portal.pages.ModulesPage;
import fr.preau.portal.pages.SignInPage;
import fr.preau.portal.resume.KeptForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Examples EXAMPLES = new Examples();
    private static final Map<String, String> DOCUMENTS = EXAMPLES.documents();

    static Stream<Arguments> documents() {
        return DOCUMENTS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
    }

    private static List<String> groups(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(m -> m.group(1)).toList();
    }

    @Test
    void everybodyDownloadsTheirOwnDataCollegeByCollege() {
        assertThat(document("profile"))
                .contains("action=\"/colleges/sevres/my-data\"")
                .contains("action=\"/colleges/nanterre-jean-perrin/my-data\"")
                .contains("name=\"profile\" value=\"GUARDIAN\"")
                .contains(
                        "Télécharger mes données<span class=\"visually-hidden\"> (Collège de Sèvres,");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aPageHasItsLandmarksAndOneHeading(String name, String html) {
        assertThat(html.strip()).startsWith("<!doctype html>").contains("<html lang=\"fr\">");
        assertThat(all("<main |<header |<footer |<h1>", html)).hasSize(4);
        assertThat(html).contains("<a class=\"skip\" href=\"#main\">").contains("· Préau</title>");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aPageObeysAPolicyWithoutInlineScriptsAndStyles(String name, String html) {
        assertThat(html)
                .doesNotContainPattern("\\sstyle\\s*=")
                .doesNotContain("<style")
                .doesNotContainPattern("\\son[a-z]+\\s*=")
                .doesNotContain("javascript:");
        assertThat(all("<script[^>]*>[^<]*", html)).allMatch(script -> script.endsWith("defer>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyFieldHasALabelAndEveryIdIsUnique(String name, String html) {
        List<String> ids = groups("\\sid=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(groups(" for=\"([^\"]*)\"", html)).isSubsetOf(ids);
        assertThat(
                        all("<(?:input|select|textarea) [^>]*>", html).stream()
                                .filter(field -> !field.contains("type=\"hidden\""))
                                .filter(field -> !field.contains("type=\"checkbox\"")))
                .allMatch(
                        field ->
                                groups(" id=\"([^\"]*)\"", field).stream()
                                        .allMatch(id -> html.contains("for=\"" + id + "\"")));
        assertThat(groups("aria-(?:describedby|labelledby)=\"([^\"]*)\"", html))
                .allSatisfy(named -> assertThat(ids).contains(named.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyFormThatChangesSomethingHoldsTheToken(String name, String html) {
        assertThat(groups("(?s)<form ([^>]*method=\"post\".*?)</form>", html))
                .allMatch(form -> form.contains("name=\"_token\" value=\"token-of-the-form\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aPageStaysLight(String name, String html) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(html.getBytes(UTF_8));
        }
        assertThat(bytes.size()).as("bytes transferred").isLessThan(20_000);
    }

    @Test
    void aNameWithMarkupIsShownAndNotObeyed() {
        String nasty = "<script>alert(1)</script>\"' onload=x";
        AccueilPage page =
                new AccueilPage(
                        nasty,
                        List.of(new ChildLine("sevres", nasty, nasty, nasty, nasty)),
                        List.of(
                                new CollegeBlock(
                                        "sevres",
                                        nasty,
                                        nasty,
                                        "#123456",
                                        Set.of(Profile.GUARDIAN),
                                        List.of(),
                                        List.of())),
                        null,
                        List.of());
        String html =
                EXAMPLES.draw(
                        new Shell("1", false, null, nasty, List.of(), nasty),
                        EXAMPLES.portal.accueil(page, EXAMPLES.context));
        assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(Examples.draw(EXAMPLES.parts.text(nasty))).doesNotContain("<script>");
    }

    @Test
    void aGuardianOfTwoCollegesSeesBothChildrenOnOnePage() {
        assertThat(document("accueil-guardian"))
                .contains("Inès Moreau", "Collège de Sèvres", "fill=\"#7a3b69\"")
                .contains("Adam Moreau-Diallo", "Collège Jean Perrin", "fill=\"#1f6f54\"")
                .contains("1 message non lu", "Aucun message non lu");
    }

    @Test
    void aCollegeInViewGivesThePageItsColour() {
        assertThat(document("accueil-pupil"))
                .contains("href=\"/assets/accent/7a3b69.css?v=1\"")
                .contains("· Collège de Sèvres · Préau</title>");
        assertThat(document("sign-in")).doesNotContain("/assets/accent/");
    }

    @Test
    void thePupilIsAddressedAsPupilsAre() {
        CollegeBlock empty =
                new CollegeBlock(
                        "sevres",
                        "Collège de Sèvres",
                        "Sèvres",
                        "#123456",
                        Set.of(Profile.PUPIL),
                        List.of(),
                        List.of());
        AccueilPage page = new AccueilPage("Inès", List.of(), List.of(empty), null, List.of());
        assertThat(EXAMPLES.visitor(EXAMPLES.portal.accueil(page, EXAMPLES.context)))
                .contains("Rien ne t’attend ici");
    }

    @Test
    void aCardThatIsLostIsNotToldAsNothingToDo() {
        CollegeBlock lost =
                new CollegeBlock(
                        "sevres",
                        "Collège de Sèvres",
                        "Sèvres",
                        "#123456",
                        Set.of(Profile.GUARDIAN),
                        List.of(),
                        List.of(
                                new CardSlot(
                                        "canteen", "Cantine", "week", "sevres", false, true, null,
                                        null)));
        AccueilPage page = new AccueilPage("Awa", List.of(), List.of(lost), null, List.of());
        assertThat(EXAMPLES.visitor(EXAMPLES.portal.accueil(page, EXAMPLES.context)))
                .contains("Cantine", "Cette rubrique ne répond pas pour le moment")
                .doesNotContain("Rien ne vous attend ici");
    }

    @Test
    void whatAsksForAnAnswerStandsBeforeEverythingElseAcrossColleges() {
        CollegeBlock first = asked("sevres", "Collège de Sèvres", false);
        CollegeBlock second = asked("meudon", "Collège de Meudon", true);
        AccueilPage page =
                new AccueilPage(
                        "Awa",
                        List.of(),
                        List.of(first, second),
                        null,
                        List.of(
                                card("sevres", "unread", false, "Lettre"),
                                card("meudon", "to-answer", true, "Autorisation")));
        String html = EXAMPLES.visitor(EXAMPLES.portal.accueil(page, EXAMPLES.context));
        assertThat(html.indexOf("Autorisation"))
                .isGreaterThan(html.indexOf("À faire"))
                .isLessThan(html.indexOf("id=\"college-sevres\""));
        assertThat(html.indexOf("Lettre")).isGreaterThan(html.indexOf("id=\"college-sevres\""));
        assertThat(html).containsOnlyOnce("Autorisation");
        assertThat(html).contains("<p class=\"card-college\">Collège de Meudon</p>");
    }

    @Test
    void nothingToDoHasNoHeading() {
        AccueilPage page =
                new AccueilPage(
                        "Awa",
                        List.of(),
                        List.of(asked("sevres", "Collège de Sèvres", true)),
                        null,
                        List.of());
        assertThat(EXAMPLES.visitor(EXAMPLES.portal.accueil(page, EXAMPLES.context)))
                .doesNotContain("À faire")
                .contains("Rien ne vous attend ici");
    }

    private static CollegeBlock asked(String slug, String name, boolean asks) {
        return new CollegeBlock(
                slug,
                name,
                "Sèvres",
                "#123456",
                Set.of(Profile.GUARDIAN),
                List.of(),
                List.of(
                        new CardSlot(
                                "communication",
                                "Communication",
                                asks ? "to-answer" : "unread",
                                slug,
                                asks,
                                false,
                                null,
                                null)));
    }

    private static DrawnCard card(String college, String id, boolean asks, String words) {
        return new DrawnCard(
                college, "communication", id, asks, output -> output.writeContent(words));
    }

    @Test
    void theOperatorBeginsWithTheFiguresAndWhatWentWrong() {
        assertThat(document("accueil-operator"))
                .contains("57\u202f274", "et 6 préparés", "Un import a été refusé")
                .contains("href=\"/departement/colleges\"");
    }

    @Test
    void demoAccountsAreOneClickAndOnlyInDemoMode() {
        assertThat(document("sign-in"))
                .contains("name=\"login\" value=\"parent.sevres\" class=\"demo-account\"")
                .contains("name=\"password\" value=\"preau-demo-2026\"");
        assertThat(document("sign-in-plain")).doesNotContain("preau-demo-2026", "démonstration");
    }

    @Test
    void aRefusedSignInKeepsTheLoginAndNeverThePassword() {
        String html = document("sign-in-failed");
        assertThat(html).contains("role=\"alert\"", "value=\"parent.sevres\" maxlength");
        assertThat(all("<input[^>]*type=\"password\"[^>]*>", html))
                .allMatch(input -> !input.contains(" value="))
                .hasSize(1);
    }

    @Test
    void aSignInGoesOnWhereThePersonWantedToGo() {
        SignInPage page = new SignInPage("", false, "/c/sevres?a=1&b=\"2", List.of());
        assertThat(EXAMPLES.visitor(EXAMPLES.portal.signIn(page, EXAMPLES.context)))
                .contains("name=\"returnTo\" value=\"/c/sevres?a=1&amp;b=&#34;2\"");
    }

    @Test
    void everySwitchOfTheMatrixIsAButtonThatWorksWithoutAScript() {
        String html = document("modules");
        assertThat(all("<button class=\"switch\"[^>]*formaction=\"/departement/modules/", html))
                .hasSize(94 * 6);
        assertThat(html)
                .contains("id=\"s-communication-college-5\" role=\"switch\" aria-checked=\"false\"")
                .contains("aria-label=\"Oui, Cantine, Collège des Tilleuls\"");
    }

    @Test
    void aPreparedCollegeHasNoSwitchAndIsInNoCount() {
        String html = document("modules");
        assertThat(html)
                .contains("Collèges préparés (5)", "activé 93 sur 94", "Tous les collèges (94)")
                .doesNotContain("/departement/modules/communication/college-16\"");
    }

    @Test
    void aCellSaysWhetherItsModuleAnswers() {
        assertThat(document("modules"))
                .contains("<span class=\"cell-preparing\">en préparation</span>")
                .containsPattern(
                        "<summary>en erreur</summary><p>\\s*Message technique, à transmettre")
                .contains("<q class=\"code\" lang=\"en\">(conn=12) Duplicate column name");
    }

    @Test
    void aModuleThatDoesNotRunIsSaidToAtTheTopOfItsColumn() {
        assertThat(groups("<th scope=\"col\">(.*?)</th>", oneLine("modules")))
                .filteredOn(head -> head.contains("en panne"))
                .singleElement(as(STRING))
                .contains("/departement/catalogue/equipment", "Tablettes");
    }

    @Test
    void bothActsAreOfferedWhereBothWouldChangeSomething() {
        assertThat(groups("id=\"all-communication\">(.*?)</td>", oneLine("modules")))
                .singleElement(as(STRING))
                .contains("enabled=true\"", "Activer pour le dernier")
                .contains("enabled=false\"", "Arrêter pour les 93");
        assertThat(groups("id=\"all-payment\">(.*?)</td>", oneLine("modules")))
                .singleElement(as(STRING))
                .contains("Activer pour les 94")
                .doesNotContain("Arrêter");
        assertThat(groups("id=\"all-pedagogy\">(.*?)</td>", oneLine("modules")))
                .singleElement(as(STRING))
                .contains("Arrêter pour les 94")
                .doesNotContain("Activer");
        assertThat(document("modules"))
                .contains("confirmation?enabled=true&amp;commune=Asni%C3%A8res-sur-Seine\"")
                .contains("confirmation?enabled=false&amp;commune=Asni%C3%A8res-sur-Seine\"");
    }

    private static String oneLine(String name) {
        return document(name).replaceAll("\\s+", " ");
    }

    @Test
    void whatAnActionIsCalledContainsTheWordsOneSees() {
        String html = oneLine("modules");
        assertThat(html).doesNotContainPattern("class=\"bulk\"[^>]* aria-label");
        assertThat(all("aria-label=\"(?:Oui|Non), [^\"]*\"[^>]*>(?:Oui|Non)<", html))
                .hasSize(94 * 6)
                .allMatch(
                        button ->
                                button.startsWith(
                                        "aria-label=\""
                                                + button.substring(
                                                        button.length() - 4, button.length() - 1)));
    }

    @Test
    void aSwitchWithoutAScriptKeepsTheSearch() {
        ModulesPage found =
                new ModulesPage(
                        "nanterre",
                        94,
                        Departement.modules().modules(),
                        null,
                        Departement.modules().communes(),
                        Departement.modules().rows().subList(69, 72),
                        null);
        assertThat(EXAMPLES.visitor(EXAMPLES.console.modules(found, EXAMPLES.context)))
                .contains("<input type=\"hidden\" name=\"search\" value=\"nanterre\">")
                .contains("Nanterre")
                .doesNotContain("Antony");
    }

    @Test
    void switchingForManyAsksFirstAndSaysForWhom() {
        assertThat(document("confirm"))
                .contains("33 collèges vont changer dans tout le Département")
                .contains("Activer pour 33 collèges", "61 autres collèges l’ont déjà.")
                .contains("Pour nommer les élèves à l’entrée du restaurant.")
                .contains("<li>Collège du Vieux Pont, Antony</li>")
                .contains("action=\"/departement/modules/canteen\"")
                .contains("name=\"act\" value=\"00000000-0000-0007-0000-000000000007\"");
    }

    @Test
    void whatWasSwitchedForManyCanBeUndoneForExactlyThese() {
        assertThat(oneLine("modules"))
                .contains("Module «\u00a0Paiement\u00a0» arrêté pour 2 collèges")
                .contains("<form method=\"post\" action=\"/departement/modules/payment\">")
                .contains("name=\"enabled\" value=\"true\"")
                .contains("name=\"college\" value=\"college-3\"")
                .contains("name=\"college\" value=\"college-8\"")
                .contains("activer de nouveau pour ces 2 collèges");
    }

    @Test
    void switchingForNobodyOffersNoButton() {
        ModuleSwitchConfirmPage page =
                new ModuleSwitchConfirmPage(
                        "canteen",
                        "Cantine",
                        "Sèvres",
                        true,
                        List.of(),
                        2,
                        List.of(),
                        List.of(),
                        new UUID(7, 7));
        assertThat(EXAMPLES.visitor(EXAMPLES.console.confirmSwitch(page, EXAMPLES.context)))
                .contains("Rien à changer", "la commune «\u00a0Sèvres\u00a0»")
                .doesNotContain("<form");
    }

    private static String colleges(CollegesPage page) {
        return EXAMPLES.visitor(EXAMPLES.console.colleges(page, EXAMPLES.context));
    }

    @Test
    void theCollegesFollowTheirImportsOnlyWhileOneRuns() {
        CollegesPage busy = Departement.colleges();
        assertThat(document("colleges"))
                .contains("hx-trigger=\"every 3s\"", "412 sur 1\u202f530", "ligne 318");
        assertThat(colleges(new CollegesPage(busy.colleges(), busy.totals(), false)))
                .doesNotContain("hx-get", "hx-trigger")
                .contains("Bagneux");
    }

    @Test
    void whoStandsOnTheLinkToRefreshStaysThereWhenThePageFollowsAnImport() {
        assertThat(document("colleges"))
                .contains("id=\"colleges-refresh\" href=\"/departement/colleges\"");
    }

    @Test
    void importsAreCountedOfTheCollegesThatGetOne() {
        assertThat(document("colleges")).contains("34 sur 93");
        assertThat(document("accueil-operator")).contains("34 sur 93");
    }

    @Test
    void theHeadCountsAreDrawnAndToldInWordsToo() {
        String html = document("colleges");
        assertThat(all("<rect ", html)).hasSize(99);
        assertThat(html)
                .contains(
                        "role=\"img\" aria-label=\"Effectifs des collèges\u00a0: de 310 à 996 élèves")
                .contains("99 collèges, du plus petit au plus grand");
        CollegesPage empty =
                new CollegesPage(
                        Departement.colleges().colleges().subList(0, 2),
                        Departement.colleges().totals(),
                        false);
        assertThat(colleges(empty)).doesNotContain("<rect ");
    }

    @Test
    void theJournalSaysWhoDidWhatWhenAndWhere() {
        assertThat(document("audit"))
                .contains("Module arrêté\u00a0: Messagerie", "Collège de Sèvres")
                .contains("Import refusé", "ligne 318", "opérateur créé\u00a0: departement")
                .contains("aujourd’hui à 14\u00a0h\u00a001")
                .contains("/departement/audit?page=3");
    }

    @Test
    void whyAModuleIsHeldIsSaidInFrenchWhicheverVersionKeptIt() {
        assertThat(document("quarantine"))
                .contains("Écarté 3 fois en moins d’un quart d’heure\u00a0; la dernière fois, il a")
                .contains("Un appel ne s’arrête pas\u00a0: fr.tilleuls.Menus")
                .doesNotContain("set aside", "lang=\"en\"");
        assertThat(document("audit"))
                .contains("Module mis en quarantaine", "Écarté 3 fois")
                .doesNotContain("set aside");
    }

    @Test
    void aRefusedFileQuotesWhatItsPublisherHasToMend() {
        assertThat(document("problem-422"))
                .contains("Ce fichier ne peut pas servir de module", "Rien n’a été enregistré.")
                .contains("à transmettre à l’éditeur\u00a0: <q class=\"code\" lang=\"en\">")
                .contains("line 1: /id");
    }

    @Test
    void aProblemGivesItsReferenceAndOneThingToDo() {
        assertThat(document("problem-500"))
                .contains("4bf92f3577b34da6a3ce929d0e0e4736", "au secrétariat de votre collège")
                .doesNotContain("assistance");
        assertThat(all("secrétariat", document("problem-500"))).hasSize(1);
        assertThat(document("problem-404"))
                .contains("Code 404", "0af7651916cd43dd8448eb211c80319c", "Revenir à l’accueil");
    }

    @Test
    void anOperatorIsNotSentToASecretariatAndAPupilToAnAdult() {
        String detail = "problem.internal.detail";
        assertThat(EXAMPLES.texts.text(Audience.OPERATOR, detail))
                .contains("journal du serveur")
                .doesNotContain("secrétariat");
        assertThat(EXAMPLES.texts.text(Audience.PUPIL, detail))
                .contains("donne la référence", "à un adulte du collège");
        assertThat(EXAMPLES.texts.text(Audience.OPERATOR, "problem.stale-form.detail"))
                .isEqualTo(EXAMPLES.texts.text(Audience.ADULT, "problem.stale-form.detail"));
    }

    @Test
    void whatWasTypedBeforeARefusalCanBeCopied() {
        assertThat(all("(?s)<textarea[^>]*readonly>.*?</textarea>", document("problem-409")))
                .hasSize(2)
                .anyMatch(area -> area.contains("Inès &lt;aura&gt; son maillot mardi."));
        assertThat(document("problem-404")).doesNotContain("<textarea");
    }

    @Test
    void aKeptFormTravelsThroughTheSignInPageAndIsReadBackWhole() {
        String html = document("sign-in-kept");
        assertThat(html).contains("Ce que vous avez écrit est gardé\u00a0: connectez-vous");
        List<String> kept = groups("name=\"kept\" value=\"([^\"]*)\"", html);
        assertThat(kept).as("with the own account, and with those of the demo").hasSize(2);
        assertThat(kept)
                .allSatisfy(
                        value ->
                                assertThat(KeptForm.read(value.replace("&amp;", "&")))
                                        .contains(Examples.letter()));
    }

    @Test
    void aFormThatIsTooLongToBeKeptIsShownToBeCopied() {
        assertThat(document("sign-in-too-long"))
                .contains("trop long pour être gardé", "readonly>Trop long. Trop long.")
                .doesNotContain("name=\"kept\"");
    }

    @Test
    void aKeptFormIsShownAndSentWithAFreshToken() {
        String html = document("kept-form");
        assertThat(html)
                .contains("<strong>Claire Moreau</strong>", "Sortie à la piscine")
                .contains("Inès &lt;aura&gt; son maillot mardi.")
                .contains("action=\"/c/sevres/communication/messages\"")
                .contains("name=\"to\" value=\"person:01935f2a-7f4c-7b1d-9d2e-0c9a1b2c3d4f\"")
                .doesNotContain("of-another-session");
        assertThat(all("<blockquote", html)).hasSize(2);
    }

    @Test
    void aKeptFormSaysWhichFilesAreLost() {
        KeptForm form =
                KeptForm.of(
                        "/c/sevres/lost-and-found/items",
                        Map.of("title", List.of("Gant rouge")),
                        List.of("gant <été>.jpg"));
        String html =
                Examples.draw(
                        EXAMPLES.portal
                                .keptForm(new KeptFormPage("Claire Moreau", form), EXAMPLES.context)
                                .body());
        assertThat(html)
                .contains("Les fichiers n’ont pas pu être gardés")
                .contains("<bdi>gant &lt;été&gt;.jpg</bdi>");
        assertThat(document("kept-form")).doesNotContain("<bdi>");
    }

    @Test
    void theDeclarationSaysWhatIsTrueAndWhereToComplain() {
        assertThat(document("accessibility"))
                .contains("n’est pas conforme", "RGAA 4.1", "axe-core", "lecteur d’écran")
                .contains("https://formulaire.defenseurdesdroits.fr/", "Libre réponse 71120");
        assertThat(document("accueil-guardian"))
                .contains("href=\"/accessibilite\"")
                .contains("Accessibilité\u00a0: non conforme");
    }

    @Test
    void aPageWithSomethingToPutRightSaysSoFirst() {
        Shell shell = Shell.forVisitor("1", false);
        String html =
                Examples.draw(
                        EXAMPLES.portal.documentWithErrors(
                                shell,
                                EXAMPLES.portal.signIn(Examples.signIn(true), EXAMPLES.context),
                                EXAMPLES.context));
        assertThat(html)
                .contains("<title>Erreur\u00a0: Se connecter · Préau</title>")
                .contains("<h1>Se connecter</h1>");
    }
}

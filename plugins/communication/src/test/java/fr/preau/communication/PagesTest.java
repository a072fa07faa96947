package fr.preau.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.page.View;
import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.communication.messages.BoxInput;
import fr.preau.communication.messages.ComposeInput;
import fr.preau.communication.messages.ComposePage;
import fr.preau.communication.messages.ConversationInput;
import fr.preau.communication.messages.ConversationPage;
import fr.preau.communication.messages.InboxPage;
import fr.preau.communication.messages.LetterInput;
import fr.preau.communication.messages.LetterPage;
import fr.preau.communication.messages.ListInput;
import fr.preau.communication.messages.MarkedRead;
import fr.preau.communication.messages.ReadInput;
import fr.preau.communication.messages.SendInput;
import fr.preau.communication.messages.SentPage;
import fr.preau.communication.messages.UnreadCard;
import fr.preau.communication.recipients.ChangeInput;
import fr.preau.communication.recipients.ChooseInput;
import fr.preau.communication.recipients.RecipientsPage;
import fr.preau.communication.school.Host;
import fr.preau.communication.school.InventedSchool;
import fr.preau.communication.school.ModuleAtSchool;
import fr.preau.communication.school.PlainPage;
import fr.preau.communication.templates.StaticTemplates;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final String ATTACK = "<script>alert(\"x\")</script><img src=x onerror=y>";
    private static final String LINK_ATTACK = "https://a.example/\"onmouseover=\"alert(1)";

    private final InventedSchool school = new InventedSchool();
    private final SchoolClass fifthB = school.aClass("5eB");
    private final Person pupil = school.aPupil("Inès Marchetout", fifthB);
    private final Person guardian = school.aGuardian("Aïcha " + ATTACK, pupil);
    private final Person teacher = school.aTeacher("Claire Tableau", fifthB);
    private final Host host = ModuleAtSchool.host(school);
    private final PlainPage context = new PlainPage();

    @Test
    void whatPeopleTypeIsShownAsTheyTypedItAndNeverRun() {
        send(guardian, ATTACK, ATTACK + "\n" + LINK_ATTACK, "person:" + teacher.id());
        send(teacher, "Réponse", "Oui", "guardians:" + fifthB.id());
        UUID conversation = conversationOf(teacher);

        List<String> pages =
                List.of(
                        draw(teacher, "GET /messages", box(null), InboxPage.class),
                        draw(guardian, "GET /sent", list(), SentPage.class),
                        draw(
                                teacher,
                                "GET /messages/{conversation}",
                                new ConversationInput(conversation, null),
                                ConversationPage.class),
                        drawTryAgain(guardian, ATTACK, ATTACK));

        assertThat(pages)
                .allSatisfy(
                        page ->
                                assertThat(page)
                                        .contains("&lt;script")
                                        .doesNotContain("<script", "<img")
                                        .doesNotContainPattern("<[^>]*onmouseover"));
    }

    @Test
    void aTextIsDrawnByThePortalAndByNothingElse() {
        send(
                teacher,
                "Sortie",
                "Voir :\n\nhttps://musee.example/a?b=1&c=2.",
                "guardians:" + fifthB.id());

        String page =
                draw(
                        guardian,
                        "GET /messages/{conversation}",
                        new ConversationInput(conversationOf(guardian), null),
                        ConversationPage.class);

        assertThat(page).contains("[richText | Voir :\n\nhttps://musee.example/a?b=1&amp;c=2.]");
    }

    @Test
    void anUnreadConversationMarksItselfAsReadByAFormThatAlsoWorksByHand() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id());
        UUID conversation = conversationOf(guardian);
        ConversationInput input = new ConversationInput(conversation, null);

        String unread =
                draw(guardian, "GET /messages/{conversation}", input, ConversationPage.class);
        host.call(
                guardian,
                "POST /messages/{conversation}/read",
                new ReadInput(conversation, 1),
                MarkedRead.class);
        String read = draw(guardian, "GET /messages/{conversation}", input, ConversationPage.class);

        String address = "/c/sevres/communication/messages/" + conversation + "/read";
        assertThat(unread)
                .contains(
                        "<form method=\"post\" action=\"" + address + "\" hx-post=\"" + address,
                        "hx-trigger=\"load\"",
                        "name=\"seen\" value=\"1\"",
                        "[quietSubmitTo | Marquer comme lu |");
        assertThat(read).doesNotContain("hx-trigger=\"load\"", "Marquer comme lu");
    }

    @Test
    void everyFormThatChangesSomethingHoldsTheToken() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id());
        String conversation =
                draw(
                        guardian,
                        "GET /messages/{conversation}",
                        new ConversationInput(conversationOf(guardian), null),
                        ConversationPage.class);
        String compose =
                draw(
                        guardian,
                        "GET /messages/new",
                        new ComposeInput(null, null),
                        ComposePage.class);

        for (String page : List.of(conversation, compose)) {
            assertThat(page.split("name=\"token\"", -1))
                    .hasSameSizeAs(page.split("method=\"post\"", -1));
        }
        assertThat(compose).contains("name=\"key\" value=\"");
    }

    @Test
    void aGuardianTicksTeachersAndStaffOnTheFormItself() {
        school.teaches(teacher, "français");
        school.aMemberOfTheStaff("Nora Couloir", StaffFunction.GESTIONNAIRE);

        String page =
                draw(
                        guardian,
                        "GET /messages/new",
                        new ComposeInput(null, null),
                        ComposePage.class);

        assertThat(page)
                .contains("[checkboxes | to | Professeurs |", "Claire Tableau · français")
                .contains("Nora Couloir · Gestion")
                .contains("[fold | Professeurs (1) | true |")
                .contains("[fold | Personnel du collège (1) | false |")
                .contains("[submit | Envoyer]");
    }

    @Test
    void aCircleInWhichSomebodyIsTickedIsUnfolded() {
        Person staff = school.aMemberOfTheStaff("Nora Couloir");

        String page =
                draw(
                        guardian,
                        "GET /messages/new",
                        new ComposeInput(List.of("person:" + staff.id()), null),
                        ComposePage.class);

        assertThat(page).contains("[fold | Personnel du collège (1) | true |");
    }

    @Test
    void aTeacherSeesTheNumberOfPeopleBeforeSending() {
        school.aGuardian("Paul Vifargent", pupil);

        String page =
                draw(
                        teacher,
                        "GET /messages/new",
                        new ComposeInput(List.of("guardians:" + fifthB.id()), null),
                        ComposePage.class);

        assertThat(page)
                .contains("Les responsables de 5eB (2 personnes)")
                .contains("name=\"to\" value=\"guardians:" + fifthB.id() + "\"")
                .contains("[submit | Envoyer à 2 personnes]");
    }

    @Test
    void aTeacherChoosesGroupsAndPeopleOfAClass() {
        String page =
                draw(
                        teacher,
                        "GET /messages/recipients",
                        new ChooseInput(
                                null, fifthB.id().toString(), List.of("pupils:" + fifthB.id())),
                        RecipientsPage.class);

        assertThat(page)
                .contains("[checkboxes | to | Déjà choisis |", "Les élèves de 5eB (1 personne)")
                .contains("[checkboxes | to | Groupes |", "Les responsables de 5eB (1 personne)")
                .contains("[fold | Élèves (1) | true | [checkboxes | to | Élèves |")
                .contains("[fold | Responsables (1) | true | [checkboxes | to | Responsables |")
                .contains(" · Inès Marchetout (5eB)");
    }

    @Test
    void ofManyPeopleOfAClassOnlyTheFirstCircleIsUnfolded() {
        for (int i = 0; i < 12; i++) {
            school.aPupil("Élève Numéro" + i, fifthB);
        }

        String page =
                draw(
                        teacher,
                        "GET /messages/recipients",
                        new ChooseInput(null, fifthB.id().toString(), null),
                        RecipientsPage.class);

        assertThat(page)
                .contains("[fold | Élèves (13) | true |", "[fold | Responsables (1) | false |");
    }

    @Test
    void theAuthorSeesTheRecipientsOfALetter() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id(), "pupils:" + fifthB.id());
        SentPage sent = host.show(teacher, "GET /sent", list(), SentPage.class);

        String page =
                draw(
                        teacher,
                        "GET /sent/{letter}",
                        new LetterInput(sent.letters().items().get(0).letter(), null),
                        LetterPage.class);

        assertThat(page)
                .contains(
                        "Les responsables de 5eB, Les élèves de 5eB, 2 personnes",
                        "Inès Marchetout",
                        "Pas encore de réponse");
    }

    @Test
    void emptyListsSayWhy() {
        assertThat(draw(pupil, "GET /messages", box(null), InboxPage.class))
                .contains("[emptyState | Aucun message reçu");
        assertThat(draw(pupil, "GET /sent", list(), SentPage.class))
                .contains("[emptyState | Aucun message envoyé");
        assertThat(draw(pupil, "GET /messages", box("piscine"), InboxPage.class))
                .contains("Aucun message, aucun nom ne contient «\u00a0piscine\u00a0».");
        assertThat(
                        draw(
                                teacher,
                                "GET /messages/new",
                                new ComposeInput(null, null),
                                ComposePage.class))
                .contains("[emptyState | Aucun destinataire choisi");
    }

    @Test
    void aPageBeyondTheLastLeadsBackToTheFirst() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id());

        assertThat(
                        draw(
                                guardian,
                                "GET /messages",
                                new BoxInput(null, null, "1_" + UUID.randomUUID()),
                                InboxPage.class))
                .contains("[emptyState | Rien sur cette page", "communication/messages]")
                .doesNotContain("Aucun message reçu");
        assertThat(draw(teacher, "GET /sent", new ListInput("sortie", null, 99), SentPage.class))
                .contains("[emptyState | Rien sur cette page", "communication/sent?q=sortie]")
                .doesNotContain("Aucun");
    }

    @Test
    void theConversationWithSomeoneWhoHasLeftOffersNoReply() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id());
        UUID conversation = conversationOf(guardian);
        school.leaves(teacher);

        String page =
                draw(
                        guardian,
                        "GET /messages/{conversation}",
                        new ConversationInput(conversation, null),
                        ConversationPage.class);

        assertThat(page)
                .contains("Elle ne recevrait pas votre réponse.", "communication/messages/new]")
                .doesNotContain("/replies", "Envoyer la réponse");
    }

    @Test
    void aLetterUnderWayGoesToTheChoiceOfRecipientsAndBack() {
        String text = "Bonjour,\n\nOn y va à 9 h ; \"prêts\" & à l’heure.";
        SendInput typed =
                new SendInput(
                        List.of("guardians:" + fifthB.id()),
                        "Sortie",
                        text,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null);
        ComposePage compose = host.show(teacher, "POST /messages/new", typed, ComposePage.class);
        String form = context.draw(view("POST /messages/new"), compose);
        RecipientsPage chooser =
                host.show(
                        teacher,
                        "POST /messages/recipients",
                        new ChangeInput(
                                null,
                                null,
                                typed.to(),
                                "Sortie",
                                text,
                                compose.key(),
                                null,
                                null,
                                null,
                                false),
                        RecipientsPage.class);
        String choice = context.draw(view("POST /messages/recipients"), chooser);

        assertThat(form)
                .contains("[quietSubmitTo | Ajouter ou retirer des destinataires |")
                .contains("communication/messages/recipients]");
        assertThat(choice)
                .contains("<form method=\"post\"", "name=\"token\"")
                .contains("name=\"key\" value=\"" + compose.key() + "\"")
                .contains("name=\"subject\" value=\"Sortie\"")
                .contains("Bonjour,\n\nOn y va à 9 h ; &#34;prêts&#34; &amp; à l’heure.")
                .contains("[submitTo | Écrire aux personnes cochées |");
    }

    @Test
    void beforeALetterTheChoiceOfRecipientsIsAnAddressLikeAnyOther() {
        String page =
                draw(
                        teacher,
                        "GET /messages/recipients",
                        new ChooseInput(null, null, null),
                        RecipientsPage.class);

        assertThat(page)
                .contains("<form method=\"get\"")
                .doesNotContain("name=\"token\"", "name=\"text\"");
    }

    @Test
    void aPupilIsSpokenToAsAPupil() {
        ComposePage page =
                host.show(
                        pupil,
                        "POST /messages",
                        new SendInput(null, "", "", null, null, null, null, false, null, null),
                        ComposePage.class);

        assertThat(context.draw(view("POST /messages"), page))
                .contains("corrige ce qui est indiqué", "Écris l’objet du message.")
                .doesNotContain("corrigez", "Écrivez");
    }

    @Test
    void thePagerKeepsWhatWasSearched() {
        InboxPage page = host.show(pupil, "GET /messages", box("été & co"), InboxPage.class);

        assertThat(page.address()).isEqualTo("/messages?q=%C3%A9t%C3%A9+%26+co");
    }

    @Test
    void theCardShowsHowManyAreUnreadAndTheirSubjects() {
        send(teacher, "Sortie", "Musée", "guardians:" + fifthB.id());

        assertThat(drawCard(guardian)).contains("1 conversation non lue", "Sortie");
        assertThat(drawCard(pupil)).contains("Aucune conversation non lue");
    }

    private String drawCard(Person person) {
        UnreadCard card = host.card(person, UnreadCard.class);
        return PlainPage.html(new StaticTemplates().unreadCard(card, context));
    }

    private void send(Person author, String subject, String text, String... to) {
        host.call(
                author,
                "POST /messages",
                new SendInput(
                        List.of(to), subject, text, null, null, null, null, false, null, null),
                ComposePage.class);
    }

    private String drawTryAgain(Person author, String subject, String text) {
        ComposePage page =
                host.show(
                        author,
                        "POST /messages",
                        new SendInput(
                                null, subject, text, null, null, null, null, false, null, null),
                        ComposePage.class);
        return context.draw(view("POST /messages"), page);
    }

    private UUID conversationOf(Person owner) {
        return host.show(owner, "GET /messages", box(null), InboxPage.class)
                .conversations()
                .items()
                .get(0)
                .conversation();
    }

    private static BoxInput box(@Nullable String q) {
        return new BoxInput(q, null, null);
    }

    private static ListInput list() {
        return new ListInput(null, null, null);
    }

    private <P> String draw(Person person, String address, Object input, Class<P> page) {
        return context.draw(view(address), host.show(person, address, input, page));
    }

    @SuppressWarnings("unchecked") // the page comes from the same route
    private <P> View<P> view(String address) {
        return (View<P>) host.route(address).view();
    }
}
